# SPDX-FileCopyrightText: 2026 The Meldroute authors
# SPDX-License-Identifier: EUPL-1.2

plan-title = Plan
plan-late = { $count ->
    [0] No action is late.
    [one] One action is late.
   *[other] { $count } actions are late.
}
plan-pillar-more = All about { $name }
plan-none = No actions were taken in yet.
plan-caption = Actions of { $name } in { $year }, by quarter
plan-action = Action
plan-quarter = Quarter { $quarter }
plan-words = When, in the plan's own words
plan-read-as = How the program reads that
plan-next = What comes next
plan-nothing-next = All of it is done
plan-owner = Responsible
plan-nobody = nobody
plan-theme = Theme
plan-flags = Mind
plan-times = When must it be done?
plan-no-times = No date is set for this action.
plan-due = By
plan-stands = State
plan-evidence = Evidence
plan-no-evidence = Nothing written down yet
plan-evidence-hint = What happened, and where can that be found? For example: training on 3 March, list of attendance in the archive.
plan-done-on = Done on { $day }, written down by { $name }
plan-mark = Write down that it was done
plan-mark-due = For which time?
plan-mark-on = On which day was it done?
plan-record = What shows it?
plan-record-hint = Choose what was written down already, or write it yourself below.
plan-record-none = I write it myself
plan-mark-do = Write it down
plan-owner-who = Who is responsible?
plan-owner-hint = A function or department.
plan-owner-do = Write down who
plan-error-evidence = Write what proves it, in 1000 characters at most
plan-error-on = Choose a day up to today
plan-error-owner = Write who is responsible
done-plan-action = Written down.
done-plan-owner = Who is responsible was written down.
