// Generated from the migrations by `npm run generate`; do not edit.
import type { ColumnType } from "kysely";

export type Generated<T> = T extends ColumnType<infer S, infer I, infer U>
  ? ColumnType<S, I | undefined, U>
  : ColumnType<T, T | undefined, T>;

export type Json = JsonValue;

export type JsonArray = JsonValue[];

export type JsonObject = {
  [x: string]: JsonValue | undefined;
};

export type JsonPrimitive = boolean | number | string | null;

export type JsonValue = JsonArray | JsonObject | JsonPrimitive;

export type Numeric = ColumnType<string, number | string, number | string>;

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

export interface BoardAppealPhotos {
  appeal_id: string;
  photo_id: string;
  position: number;
  town_code: string;
}

export interface BoardAppeals {
  answer: string | null;
  answered_at: string | null;
  answered_by: string | null;
  board_code: string;
  created_at: string;
  id: string;
  period: string;
  person_id: string;
  state: string;
  text: string;
  town_code: string;
  unit_code: string;
}

export interface BoardDefinitionEvents {
  actor_id: string | null;
  at: string;
  code: string;
  definition: Json;
  town_code: string;
  version: number;
}

export interface BoardDefinitions {
  better: string;
  black_line: Numeric | null;
  changed_at: string;
  changed_by: string | null;
  code: string;
  decimals: number;
  formula: string;
  long_period: string;
  minimum_sample: number;
  mode: string;
  name: string;
  parent_code: string | null;
  parts: Json;
  period_kinds: string[];
  position: number;
  reach: string;
  red_line: Numeric | null;
  score_unit: string;
  source: string;
  tie_order: string;
  town_code: string;
  unit_kind: string | null;
  version: number;
  vetoes: Json;
}

export interface BoardEditionEvents {
  actor_id: string | null;
  at: string;
  edition_id: string;
  id: string;
  kind: string;
  note: string | null;
  town_code: string;
  unit_code: string | null;
}

export interface BoardEditions {
  apart: number | null;
  board_code: string;
  changed_at: string;
  changed_units: number | null;
  changes: Json | null;
  definition: Json | null;
  digest: string | null;
  id: string;
  note: string | null;
  opened_at: string;
  opened_by: string | null;
  period: string;
  period_kind: Generated<string>;
  published_at: string | null;
  published_by: string | null;
  ranked: number | null;
  reason: string | null;
  revision: number;
  state: string;
  submitted_at: string | null;
  submitted_by: string | null;
  town_code: string;
}

export interface BoardEntries {
  edition_id: string;
  entered_at: string;
  entered_by: string | null;
  figures: Json;
  note: string | null;
  reason: string | null;
  sample: number | null;
  town_code: string;
  unit_code: string;
  vetoes: Generated<string[]>;
}

export interface BoardEntryPhotos {
  edition_id: string;
  photo_id: string;
  position: number;
  town_code: string;
  unit_code: string;
}

export interface BoardFollows {
  created_at: string;
  person_id: string;
  town_code: string;
  unit_code: string;
  unit_kind: string;
}

export interface BoardImportRows {
  figures: Json;
  import_id: string;
  line: number;
  note: string | null;
  period: string;
  reason: string | null;
  sample: number | null;
  town_code: string;
  unit_code: string;
  vetoes: string[];
}

export interface BoardImports {
  beat_at: string;
  board_code: string;
  board_version: number;
  fault_count: Generated<number>;
  faults: Generated<Json>;
  id: string;
  made_at: string;
  made_by: string;
  rows: Generated<number>;
  state: string;
  town_code: string;
}

export interface BoardRankedUnits {
  code: string | null;
  kind: string | null;
  name: string | null;
  town_code: string | null;
}

export interface BoardRows {
  adds: Json;
  change: Numeric | null;
  edition_id: string;
  initials: string;
  mark: string | null;
  name: string;
  pinyin: string;
  position: number;
  rank: number | null;
  rank_change: number | null;
  reason: string | null;
  score: Numeric | null;
  standing: string;
  town_code: string;
  unit_code: string;
}

export interface BoardUnits {
  area_code: string | null;
  code: string;
  kind: string;
  name: string;
  town_code: string;
}

export interface Branches {
  code: string;
  name: string;
  town_code: string;
}

export interface BranchXuexi {
  confirmed: number | null;
  decided_at: string | null;
  decided_by: string | null;
  id: string;
  month: string;
  note: string | null;
  person_id: string;
  photo_id: string | null;
  said_at: string;
  said_by: string;
  state: string;
  total: number;
  town_code: string;
}

export interface BranchXuexiEvents {
  actor_id: string;
  at: string;
  id: string;
  kind: string;
  month: string;
  note: string | null;
  person_id: string;
  total: number;
  town_code: string;
}

export interface CanteenConsentCodes {
  code: string;
  expires_at: string;
  person_id: string;
}

export interface CanteenConsentTries {
  day: string;
  person_id: string;
  tries: number;
}

export interface CanteenDishes {
  allergens: Generated<string[]>;
  canteen_code: string;
  carbohydrate_g: number;
  code: string;
  diets: Generated<string[]>;
  fat_g: number;
  kcal: number;
  kind: string;
  name: string;
  parts: Generated<string[]>;
  photo_id: string | null;
  price_fen: number;
  protein_g: number;
  sodium_mg: number;
  stars_count: Generated<number>;
  stars_sum: Generated<number>;
  town_code: string;
}

export interface CanteenDishFacts {
  canteen_code: string;
  carbohydrate_g: number;
  dish_code: string;
  fat_g: number;
  kcal: number;
  protein_g: number;
  sodium_mg: number;
  town_code: string;
  until: string;
}

export interface CanteenFamily {
  booker_id: string;
  eater_id: string;
  ended_at: string | null;
  id: string;
  label: string;
  since: string;
}

export interface CanteenGuestEvents {
  actor_id: string;
  at: string;
  canteen_code: string;
  id: string;
  kind: string;
  person_id: string;
  town_code: string;
}

export interface CanteenGuests {
  address_sealed: string | null;
  facts_sealed: string | null;
  forgiven_at: string | null;
  forgiven_by: string | null;
  forgiven_note: string | null;
  person_id: string;
  town_code: string;
  verified_at: string | null;
  verified_by: string | null;
}

export interface CanteenMenuItems {
  canteen_code: string;
  day: string;
  dish_code: string;
  position: number;
  price_fen: number;
  quota: number;
  remaining: number;
  sitting: string;
  sold_out: Generated<boolean>;
  town_code: string;
}

export interface CanteenMenus {
  cancel_until: string;
  canteen_code: string;
  closed_at: string | null;
  closed_reason: string | null;
  day: string;
  ends_at: string;
  issued: Generated<number>;
  number_shift: number;
  number_step: number;
  order_until: string;
  published_at: string | null;
  sitting: string;
  town_code: string;
}

export interface CanteenOrderEvents {
  actor_id: string | null;
  at: string;
  kind: string;
  note: string | null;
  order_id: string;
  seq: number;
  town_code: string;
}

export interface CanteenOrderItems {
  dish_code: string;
  name: string;
  order_id: string;
  position: number;
  price_fen: number;
  quantity: number;
  stars: number | null;
  town_code: string;
}

export interface CanteenOrders {
  bill_lines: Json;
  cancel_until: string;
  canteen_code: string;
  collected_at: string | null;
  collected_by: string | null;
  created_at: string;
  day: string;
  eater_id: string;
  ended_at: string | null;
  ended_reason: string | null;
  ends_at: string;
  id: string;
  last_seq: Generated<number>;
  mode: string;
  note: string | null;
  number: string;
  orderer_id: string;
  pay_by: string | null;
  payable_fen: number;
  payment: string;
  rated_at: string | null;
  reminded_at: string | null;
  sitting: string;
  starts_minute: number;
  state: string;
  subsidy_code: string | null;
  subsidy_fen: Generated<number>;
  total_fen: number;
  town_code: string;
  way: string;
}

export interface CanteenProgress {
  canteen_code: string;
  collected: number;
  town_code: string;
  year: number;
}

export interface Canteens {
  address: string | null;
  code: string;
  delivers: Generated<boolean>;
  lat: number | null;
  lng: number | null;
  name: string;
  no_show_days: Generated<number>;
  no_show_limit: Generated<number>;
  orders_per_meal: Generated<number>;
  phone: string | null;
  position: number;
  prepaid: Generated<boolean>;
  prepay_minutes: Generated<number>;
  town_code: string;
  year_target: number;
}

export interface CanteenSittings {
  cancel_until_minute: number;
  canteen_code: string;
  closes_minute: number;
  opens_minute: number;
  order_until_minute: number;
  sitting: string;
  town_code: string;
  window_capacity: number;
  window_minutes: number;
}

export interface CanteenTallies {
  canteen_code: string;
  day: string;
  made: number;
  orderer_id: string;
  sitting: string;
  town_code: string;
}

export interface CanteenTiers {
  amount_fen: number | null;
  code: string;
  kind: string;
  label: string;
  max_age: number | null;
  min_age: number;
  modes: Generated<string[]>;
  needs: Generated<string[]>;
  per_day_fen: number | null;
  percent: number | null;
  threshold_fen: Generated<number>;
  threshold_on: Generated<string>;
  town_code: string;
}

export interface CanteenWindows {
  canteen_code: string;
  capacity: number;
  day: string;
  ends_minute: number;
  remaining: number;
  sitting: string;
  starts_minute: number;
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

export interface LearningItems {
  added_at: string;
  changed_by: string | null;
  id: string;
  kind: string;
  source: string | null;
  theme: string;
  title: string;
  town_code: string;
  url: string;
}

export interface LearningQuestions {
  answer: number;
  code: string;
  explanation: string;
  options: string[];
  retired: Generated<boolean>;
  text: string;
  theme: string;
  town_code: string;
}

export interface LearningQuizzes {
  at: string;
  chosen: number[];
  day: string;
  id: string;
  passed: boolean;
  person_id: string;
  question_codes: string[];
  right_count: number;
  town_code: string;
}

export interface MailboxCards {
  check_in_id: string;
  day: string;
  decided_at: string | null;
  decided_by: string | null;
  id: string;
  named: boolean;
  person_id: string;
  site_code: string;
  state: string;
  taken_down_at: string | null;
  taken_down_by: string | null;
  text: string | null;
  town_code: string;
  word: string | null;
  written_at: string;
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
  name_on_boards: Generated<boolean>;
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
  salt: string | null;
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

export interface SortingDropOffs {
  changed_at: string;
  changed_by: string | null;
  compound_code: string;
  exceptions: Json;
  note: string | null;
  places: Json;
  town_code: string;
}

export interface SortingItems {
  hint: string | null;
  initials: string;
  kind: string;
  name: string;
  pinyin: string;
}

export interface StudyBadges {
  about: string;
  code: string;
  metric: string;
  name: string;
  position: number;
  threshold: number;
  town_code: string;
}

export interface StudyCheckInPhotos {
  check_in_id: string;
  photo_id: string;
  position: number;
  town_code: string;
}

export interface StudyCheckIns {
  accuracy_m: number | null;
  at: string;
  day: string;
  decided_at: string | null;
  decided_by: string | null;
  decision_note: string | null;
  device: string | null;
  host_id: string | null;
  id: string;
  lat: number | null;
  lng: number | null;
  marks: string[];
  minutes: number | null;
  person_id: string;
  received_at: string;
  site_code: string;
  state: string;
  step: number | null;
  thought: string | null;
  town_code: string;
  way: string;
}

export interface StudyCounts {
  counted: number;
  site_code: string;
  slot: number;
  town_code: string;
}

export interface StudyEarnedBadges {
  at: string;
  badge_code: string;
  person_id: string;
  town_code: string;
}

export interface StudyHours {
  closes_minute: number;
  opens_minute: number;
  site_code: string;
  town_code: string;
  weekday: number;
}

export interface StudyHoursExceptions {
  closes_minutes: number[];
  day: string;
  note: string | null;
  opens_minutes: number[];
  site_code: string;
  town_code: string;
}

export interface StudyPointRules {
  kind: string;
  per_day: number | null;
  points: number;
  town_code: string;
  unit: Generated<number>;
}

export interface StudyPoints {
  at: string;
  check_in_id: string | null;
  day: string;
  id: string;
  kind: string;
  person_id: string;
  points: number;
  quiz_id: string | null;
  route_code: string | null;
  town_code: string;
  why: string;
}

export interface StudyRoutes {
  about: string | null;
  code: string;
  name: string;
  town_code: string;
}

export interface StudyRouteStops {
  position: number;
  route_code: string;
  site_code: string;
  town_code: string;
}

export interface StudySitePhotos {
  photo_id: string;
  position: number;
  site_code: string;
  town_code: string;
}

export interface StudySiteRatings {
  month: string;
  person_id: string;
  rated_at: string;
  site_code: string;
  stars: number;
  text: string | null;
  town_code: string;
}

export interface StudySites {
  address: string | null;
  audio_url: string | null;
  changed_at: string;
  changed_by: string | null;
  code: string;
  directions: string | null;
  fence_m: Generated<number>;
  kind: string;
  lat: number;
  lights_off_minute: number | null;
  lights_on_minute: number | null;
  lng: number;
  name: string;
  story: string | null;
  town_code: string;
  ways: string[];
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
  board_appeal_photos: BoardAppealPhotos;
  board_appeals: BoardAppeals;
  board_definition_events: BoardDefinitionEvents;
  board_definitions: BoardDefinitions;
  board_edition_events: BoardEditionEvents;
  board_editions: BoardEditions;
  board_entries: BoardEntries;
  board_entry_photos: BoardEntryPhotos;
  board_follows: BoardFollows;
  board_import_rows: BoardImportRows;
  board_imports: BoardImports;
  board_ranked_units: BoardRankedUnits;
  board_rows: BoardRows;
  board_units: BoardUnits;
  branch_xuexi: BranchXuexi;
  branch_xuexi_events: BranchXuexiEvents;
  branches: Branches;
  canteen_consent_codes: CanteenConsentCodes;
  canteen_consent_tries: CanteenConsentTries;
  canteen_dish_facts: CanteenDishFacts;
  canteen_dishes: CanteenDishes;
  canteen_family: CanteenFamily;
  canteen_guest_events: CanteenGuestEvents;
  canteen_guests: CanteenGuests;
  canteen_menu_items: CanteenMenuItems;
  canteen_menus: CanteenMenus;
  canteen_order_events: CanteenOrderEvents;
  canteen_order_items: CanteenOrderItems;
  canteen_orders: CanteenOrders;
  canteen_progress: CanteenProgress;
  canteen_sittings: CanteenSittings;
  canteen_tallies: CanteenTallies;
  canteen_tiers: CanteenTiers;
  canteen_windows: CanteenWindows;
  canteens: Canteens;
  compounds: Compounds;
  districts: Districts;
  grant_events: GrantEvents;
  grants: Grants;
  idempotency_keys: IdempotencyKeys;
  learning_items: LearningItems;
  learning_questions: LearningQuestions;
  learning_quizzes: LearningQuizzes;
  mailbox_cards: MailboxCards;
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
  sorting_drop_offs: SortingDropOffs;
  sorting_items: SortingItems;
  study_badges: StudyBadges;
  study_check_in_photos: StudyCheckInPhotos;
  study_check_ins: StudyCheckIns;
  study_counts: StudyCounts;
  study_earned_badges: StudyEarnedBadges;
  study_hours: StudyHours;
  study_hours_exceptions: StudyHoursExceptions;
  study_point_rules: StudyPointRules;
  study_points: StudyPoints;
  study_route_stops: StudyRouteStops;
  study_routes: StudyRoutes;
  study_site_photos: StudySitePhotos;
  study_site_ratings: StudySiteRatings;
  study_sites: StudySites;
  towns: Towns;
  units: Units;
}
