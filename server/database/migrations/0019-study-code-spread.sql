-- One more mark: a code of the screen that many used whose phones did not say where they are.

ALTER TABLE study_check_ins
  DROP CONSTRAINT study_check_ins_marks_check,
  ADD CONSTRAINT study_check_ins_marks_check
    CHECK (marks <@ '{too_far,no_position,closed,too_fast,shared_device,code_far_apart,code_spread,late}');
