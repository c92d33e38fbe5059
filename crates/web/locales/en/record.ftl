# SPDX-FileCopyrightText: 2026 The Meldroute authors
# SPDX-License-Identifier: EUPL-1.2

record-title = What we did
record-lead = Trainings, campaigns, lessons, leaflets, meetings and agreements. What stands here can prove an action of the plan. Write nothing about persons.
record-none = Nothing has been written down yet.
record-new = Write something down
record-what = What
record-what-hint = A few words, such as: training for the front desk.
record-on = On which day?
record-day = Day
record-fields = Details
record-optional = (may stay empty)
record-review = Look at again on
record-review-hint = When must somebody look at this again? For example since an agreement ends, or leaflets can run out. May stay empty.
record-add = Write down
record-save = Bring up to date
record-proves = This proves
record-proves-nothing = This proves no action of the plan yet. Choose it with an action, under What shows it?
record-counts = { $count ->
    [one] proves one action
   *[other] proves { $count } actions
}
record-all = What we did: trainings, campaigns, leaflets, agreements
record-error-title = Write what it was, in at most 500 characters
record-error-on = Choose a day up to today
record-error-value = Fill in all details. Where a number is asked for, write a whole number
record-error-review = Choose a day after the day on which it was
done-record = Written down.
