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
