# SPDX-FileCopyrightText: 2026 The Meldroute authors
# SPDX-License-Identifier: EUPL-1.2

figures-title = Overview
figures-source = Source: this program, counted on { $when }.
figures-year = Year
figures-rounded = Numbers from 1 to 4 stand here as ‘fewer than 5’, so that nobody can be recognised. For the same reason there are no totals.
figures-fewer = fewer than { $count }
figures-together = Together
figures-in = What comes in?
figures-in-caption = Reports in { $year } by month and channel
figures-in-none = Nothing has come in yet in this year.
figures-in-note = A report is not yet a signal: several reports can be about the same matter, or about none. More reports does not mean that there is more trafficking. Often people look better.
figures-month = Month
figures-forms = What are the signals about?
figures-forms-caption = Signals registered in { $year }, by form and area
figures-forms-note = As we assess them now. One signal can be with several forms: do not add them up.
figures-form = Form
figures-open = Where are the signals now?
figures-open-caption = Open signals by step, today
figures-open-note = Signals that wait for a task or an inspection count, too, at the step that asked for it.
figures-step = Step
figures-signals = Signals
figures-closed = How did it end?
figures-closed-caption = Signals closed in { $year }, by outcome
figures-closed-note = ‘Not confirmed’ is not ‘nothing done’: there may have been help or an inspection.
figures-confirmation = Confirmed?
figures-confirmation-confirmed = Confirmed
figures-confirmation-not-confirmed = Not confirmed
figures-confirmation-not-for-us = Not for us to say
audience-casework = case work
audience-group = the working group
audience-council = executive and council
audience-public = everybody
figures-sources-title = Figures of sources
figures-sources-lead = Each table is of one source. Numbers of different sources can never be added.
figures-sources-none = No figures were taken in yet.
figures-sources-caption = { $source }, { $year }: numbers by area and form
figures-to-own = Figures of our own route
figures-to-sources = Figures of sources: police, care and others
figures-area = Area
figures-read-on = Read on { $day }.
figures-read-from = Read on { $day } in: { $document }.
figures-how-to-read = How to read these figures
figures-bounds = How many different persons can it be?
figures-bounds-lead = Somebody can be counted by several sources. The number of persons lies between the largest count and all counts together. Where a source does not know, there is no upper bound.
figures-bounds-caption = Bounds on the number of different persons in { $year }, by area and form
figures-bounds-all = All areas and forms together: { $range }.
figures-file = As a file
figures-file-lead = For executive, council or everybody the program makes numbers less exact. What you make for them is remembered, so that a next table gives nothing away.
figures-file-for = For whom?
figures-file-xlsx = Excel
figures-file-ods = OpenDocument
figures-file-csv = CSV
figures-file-svg = Pictures (SVG)
figures-import-do = Take figures in
figures-import-title = Take figures in
figures-import-lead = First you see what becomes of each row. Then you decide whether the file is taken in. Never half of it: when a row is wrong, nothing is taken in.
figures-import-wrong = Choose another file
figures-import-file = File (CSV, Excel or OpenDocument)
figures-import-columns = Columns: source, year, area, form and count. Also possible: reason, read_on and document.
figures-import-look = See what happens
figures-import-no-column = The column ‘{ $column }’ is missing. Needed are: source, year, area, form and count.
figures-import-empty = This file is empty.
figures-import-not-table = This file is no table. Save it as CSV, Excel (xlsx) or OpenDocument (ods).
figures-import-too-large = This file is too large for a table.
figures-import-signs = When there is no number
figures-import-signs-lead = Never leave a cell empty, and write no 0 for what was not counted. Write:
figures-import-sign-unknown = the number is not known. Put the reason in the column ‘reason’.
figures-import-sign-nr = the source did not register this.
figures-import-sign-secret = the source keeps it secret.
figures-import-sign-nil = counted, and there were none.
figures-import-sign-range = the number lies between these two.
figures-compared-title = What becomes of each row
figures-compared-new = { $count ->
    [one] 1 new figure
   *[other] { $count } new figures
}
figures-compared-same = { $count } known already
figures-compared-corrected = { $count ->
    [one] 1 correction
   *[other] { $count } corrections
}
figures-compared-wrong = { $count ->
    [one] 1 wrong row
   *[other] { $count } wrong rows
}
figures-compared-stop = Correct the file and choose it again. As long as a row is wrong, nothing is taken in.
figures-compared-caption = Rows of the file
figures-compared-what = What
figures-compared-fate = What happens
figures-compared-take-in = { $count ->
    [one] Take 1 figure in
   *[other] Take { $count } figures in
}
figures-fate-new = New: { $value }
figures-fate-same = Known already
figures-fate-corrected = Correction: from { $was } to { $now }. The old figure stays to be seen.
figures-fate-wrong = Wrong
figures-fault-source = This source does not stand in figures.toml.
figures-fault-year = This is no year.
figures-fault-area = This area does not stand in figures.toml.
figures-fault-area-then = There was no such area in that year.
figures-fault-form = This form does not stand in forms.toml.
figures-fault-not-registered = This source does not register this form. So no number can stand there, not even nought.
figures-fault-nothing = The number is missing.
figures-fault-no-reason = There is a point without a reason.
figures-fault-no-number = This is no whole number.
figures-fault-backwards = This range ends before it begins.
figures-fault-date = This is no date up to today.
figures-fault-twice = The same stands on line { $line }, too.
done-figures-taken-in = { $number } figures were taken in.
