# SPDX-FileCopyrightText: 2026 The Meldroute authors
# SPDX-License-Identifier: EUPL-1.2

strands-title = Set out
strands-ended = Ended ({ $count })
strand-kind-task = Task
strand-kind-inspection = Inspection
strand-kind-hand-over = Hand-over
strand-kind-other-department = Other department
strand-kind-care = Care
strand-kind-intervention = Intervention
strand-kind-case = Case
strand-acute = acute
strand-state-offered = waits for an answer
strand-state-under-way = under way
strand-state-refused = refused
strand-state-done = done
strand-state-withdrawn = withdrawn
strand-due = by { $date }
strand-reference = reference { $reference }
strand-ended-on = { $state } on { $date }
strand-open = View
strand-answer = View or answer
strand-what-hidden = Only who got this sees what was asked.
strand-read-what = Read what was asked
strand-read-words = Read the answer

# ---- the page of who got it ----
strand-task-title = Task for { $number }
strand-inspection-title = Inspection for { $number }
strand-hand-over-title = Hand-over { $number }
strand-care-title = Request for care { $number }
strand-intervention-title = Intervention for { $number }
strand-case-title = Case for { $number }
strand-asked = What was asked
strand-power = Power
strand-field = Kind
strand-field-administrative = administrative
strand-field-criminal = criminal
strand-field-care = care
strand-field-fiscal = fiscal
strand-ground = Ground
strand-for = For
strand-from = Set out by
strand-started = Since
strand-by = By
strand-number = Reference
strand-recorded-by = Recorded by
strand-result = What came of it
strand-only-this = You see what is meant for you, not the whole signal. What you read is recorded.
strand-now = What now
strand-done-thanks = This has ended. You need not do anything else.
strand-to-signal = To the signal

# ---- steps ----
strand-accept = Take it on
strand-accept-reference = Your own reference
strand-accept-reference-hint = Such as a case number. No names.
strand-refuse = Refuse
strand-refuse-reason = Why not?
strand-finish = Report that it is done
strand-finish-result = What came of it?
strand-finish-result-hint = Write down what you saw or did. It goes with the signal.
strand-withdraw = Withdraw
strand-withdraw-reason = Why do you withdraw this?
strand-set-number = Set the reference
strand-number-reference = Reference of the receiver
strand-finish-care-hint = Only how it stands, nothing of the care.
strand-returns = What the desk wants to hear
strand-unread = The receiver has answered.
strand-note = Read
