// Generated from the migrations by `npm run generate`; do not edit.
import type { ColumnType } from "kysely";

export type Generated<T> = T extends ColumnType<infer S, infer I, infer U>
  ? ColumnType<S, I | undefined, U>
  : ColumnType<T, T | undefined, T>;

export interface AccessLog {
  at: string;
  id: string;
  matter: string;
  reader_id: string;
  subject_id: string;
  town_code: string;
  what: string;
}

export interface Areas {
  code: string;
  grid_code: string | null;
  initials: string;
  kind: string;
  lat: number | null;
  lng: number | null;
  name: string;
  pinyin: string;
  short_name: string;
  town_code: string;
}

export interface Compounds {
  address: string | null;
  area_code: string;
  buildings: number | null;
  code: string;
  floors: number | null;
  initials: string;
  lat: number | null;
  lng: number | null;
  name: string;
  pinyin: string;
  property_code: string | null;
  town_code: string;
}

export interface Districts {
  code: string;
  name: string;
}

export interface GrantEvents {
  actor_id: string;
  at: string;
  id: string;
  kind: string;
  person_id: string;
  role: string;
  scope_code: string;
  town_code: string;
}

export interface Grants {
  granted_at: string;
  granted_by: string | null;
  id: string;
  person_id: string;
  role: string;
  scope_code: string;
  scope_name: string;
  town_code: string;
}

export interface IdempotencyKeys {
  answer: string | null;
  created_at: string;
  fingerprint: string;
  key: string;
  person_id: string;
}

export interface Messages {
  body: string;
  created_at: string;
  id: string;
  link: string | null;
  person_id: string;
  read_at: string | null;
  title: string;
}

export interface Persons {
  avatar_photo_id: string | null;
  created_at: string;
  demo_persona: string | null;
  elder_mode: Generated<boolean>;
  home_area_code: string | null;
  home_building: string | null;
  home_compound_code: string | null;
  home_room_sealed: string | null;
  id: string;
  nickname: string;
  phone_sealed: string | null;
  town_code: string | null;
  wechat_openid: string | null;
}

export interface Photos {
  bytes: number;
  created_at: string;
  digest: string;
  height: number;
  id: string;
  owner_id: string;
  taken_at: string | null;
  taken_by: string | null;
  width: number;
}

export interface ReportCategories {
  by_residents: Generated<boolean>;
  code: string;
  evidence: string | null;
  handler_kind: string | null;
  limit_minutes: number | null;
  name: string;
  parent_code: string | null;
  position: number;
  privacy: string | null;
  stopper_phone: string | null;
  stopper_text: string | null;
  town_code: string;
}

export interface ReportCounters {
  last: number;
  month: string;
  town_code: string;
}

export interface ReportEvents {
  actor_as: string;
  actor_id: string | null;
  at: string;
  digest: string;
  from_state: string | null;
  kind: string;
  note: string | null;
  previous: string;
  report_id: string;
  seq: number;
  target: string | null;
  to_state: string;
  town_code: string;
}

export interface ReportFollowers {
  at: string;
  person_id: string;
  report_id: string;
  town_code: string;
}

export interface ReportHelpers {
  ended_at: string | null;
  report_id: string;
  town_code: string;
  unit_code: string;
}

export interface ReportPhotos {
  digest: string;
  event_seq: number;
  photo_id: string;
  position: number;
  report_id: string;
  town_code: string;
}

export interface ReportQuotas {
  day: string;
  person_id: string;
  used: number;
}

export interface Reports {
  accepted_by: string | null;
  anonymous: boolean;
  area_code: string;
  building: string | null;
  category_code: string;
  cell: number | null;
  clock_at: string;
  close_due_at: string;
  closed_at: string | null;
  compound_code: string;
  cover_photo_id: string | null;
  created_at: string;
  due_at: string;
  ended_at: string | null;
  floor: string | null;
  grid_code: string;
  group_code: string;
  handled_at: string | null;
  handled_by: string | null;
  happened_at: string;
  id: string;
  last_digest: string;
  last_seq: number;
  lat: number | null;
  lead_code: string;
  lng: number | null;
  merged_into: string | null;
  number: string;
  overdue_at: string | null;
  privacy: string;
  rating_text: string | null;
  reopened_count: Generated<number>;
  reporter_id: string;
  shelf: Generated<string>;
  spot: string | null;
  stars: number | null;
  state: string;
  supervised_at: string | null;
  supporters: Generated<number>;
  suspended_at: string | null;
  suspended_from: string | null;
  suspended_until: string | null;
  text: string;
  town_code: string;
}

export interface ReportSupporters {
  at: string;
  person_id: string;
  report_id: string;
  town_code: string;
}

export interface Sessions {
  created_at: string;
  expires_at: string;
  id: string;
  person_id: string;
  previous_hash: string | null;
  refresh_hash: string;
  revoked_at: string | null;
  rotated_at: string;
}

export interface Towns {
  code: string;
  district_code: string;
  lat: number | null;
  lng: number | null;
  name: string;
  prefix: string | null;
  radius_m: number | null;
}

export interface Units {
  area_code: string | null;
  code: string;
  kind: string;
  name: string;
  phone: string | null;
  serves: string | null;
  town_code: string;
}

export interface DB {
  access_log: AccessLog;
  areas: Areas;
  compounds: Compounds;
  districts: Districts;
  grant_events: GrantEvents;
  grants: Grants;
  idempotency_keys: IdempotencyKeys;
  messages: Messages;
  persons: Persons;
  photos: Photos;
  report_categories: ReportCategories;
  report_counters: ReportCounters;
  report_events: ReportEvents;
  report_followers: ReportFollowers;
  report_helpers: ReportHelpers;
  report_photos: ReportPhotos;
  report_quotas: ReportQuotas;
  report_supporters: ReportSupporters;
  reports: Reports;
  sessions: Sessions;
  towns: Towns;
  units: Units;
}
