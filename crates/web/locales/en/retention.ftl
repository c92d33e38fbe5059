# SPDX-FileCopyrightText: 2026 The Meldroute authors
# SPDX-License-Identifier: EUPL-1.2

retention-title = Keeping
retention-lead = What is over its term goes on a list. Two people approve it. Then it is destroyed.
retention-no-rules = There are no rules of retention. Nothing is ever proposed to be destroyed.
retention-no-rule = There is no rule of retention for how this ended. It stays.
retention-starts-later = The term begins when this is finished.
retention-for-ever = Is kept for ever.
retention-until-destroy = Stays until { $day }. After that it can be destroyed.
retention-until-anonymise = Stays until { $day }. After that the content can go; what is counted stays.
retention-until-keep = Is kept for ever.
retention-unconfirmed = To be confirmed by DPO/lawyer and archivist

retention-lists = Lists
retention-lists-none = Nothing stands on a list. What is over its term comes here by itself.
retention-list = List of what may go
retention-list-of = List of { $day }
retention-list-lead = A list names numbers, rules and dates, never content.
retention-count = Number
retention-count-gone = Destroyed
retention-turn = Whose turn is it?
retention-when = When
retention-result = What came of it
retention-nothing-went = Nothing destroyed
retention-state-proposed = Waits for the coordinator
retention-state-approved = Waits for the archivist
retention-state-authorised = Approved; carried out tonight
retention-state-done = Carried out

retention-held = Legal hold
retention-held-lead = As long as a legal hold stands, it is not proposed, approved or destroyed.
retention-held-none = No legal hold stands anywhere.
retention-held-since = since { $day }

retention-certificates = Certificates of destruction
retention-certificates-none = Nothing has been destroyed yet.
retention-rules = Rules of retention
retention-what = What
retention-term = How long
retention-basis = Basis
retention-then = What happens to it
retention-period-head = Term
retention-period = { $from } until { $until }
retention-with-reports = { $count ->
    [one] { $name }, with one report
   *[other] { $name }, with { $count } reports
}

retention-class-signal = Closed signal
retention-class-report = Report that is no signal
retention-class-advice = Closed question for advice
retention-class-request = Answered request of a data subject
retention-class-quarantined = Message that could not be read
retention-confirmation-open = open
retention-confirmation-confirmed = confirmed
retention-confirmation-not-confirmed = not confirmed
retention-confirmation-not-for-us = not for us
retention-or = or
retention-with-case = with a case
retention-without-case = without a case
retention-with-intervention = with an intervention
retention-without-intervention = without an intervention
retention-length-days = { $count ->
    [one] 1 day
   *[other] { $count } days
}
retention-length-months = { $count ->
    [one] 1 month
   *[other] { $count } months
}
retention-length-years = { $count ->
    [one] 1 year
   *[other] { $count } years
}
retention-from-signal-closed = after closing
retention-from-signal-last-strand-ended = after the end of the last strand
retention-from-signal-opened = after registration
retention-from-report-set-aside = after the decision that it is no signal
retention-from-report-received = after receipt
retention-from-advice-closed = after closing
retention-from-advice-opened = after the question
retention-from-request-answered = after the answer
retention-from-request-received = after receipt
retention-from-quarantined-received = after receipt
retention-end-destroy = then destroyed
retention-end-anonymise = then only what is counted stays
retention-end-keep = stays for ever
retention-rule = Rule
retention-method = Method
retention-method-destroy = Keys destroyed and everything erased
retention-method-anonymise = Keys destroyed and everything erased; what is counted stayed, without number and day
retention-method-keep = Kept
retention-numbers = Numbers

retention-item-listed = On the list
retention-item-kept = Stays until { $day }
retention-item-gone = Destroyed
retention-stays-hold = Stayed: a legal hold stands
retention-stays-rule-changed = Stayed: the rules say something else now
retention-stays-in-use = Stayed: something must still be done about it
retention-stays-not-there = Was not there any more

retention-signed-owner = Approved by { $who }, { $day }.
retention-signed-archivist = Released by { $who }, { $day }.
retention-returned = { $who } gave the list back: { $reason }
retention-approve-title = May this go?
retention-approve-lead = What you want to keep longer, take off the list first. After you the archivist looks. Destroying can't be undone.
retention-approve = { $count ->
    [one] Approve that this may go
   *[other] Approve that these { $count } may go
}
retention-same = You approved this list already. Somebody else must release it.
retention-authorise-title = Release
retention-authorise-lead = The list is carried out after that. It can't be undone.
retention-authorise = { $count ->
    [one] Release to be destroyed
   *[other] Release these { $count } to be destroyed
}
retention-back-title = Do you not agree?
retention-back = Give back to the coordinator
retention-back-reason = Why not?
retention-reason-hint = Name nobody and nothing of the content. The list is kept for ever.
retention-keep = Keep longer
retention-keep-title = Keep longer: { $name }
retention-keep-lead = This goes off the list. After the day that you choose it comes on a list again.
retention-keep-until = Until which day?
retention-keep-until-hint = A day after today.
retention-keep-reason = Why?
retention-keep-reason-hint = The reason stands in the history, and goes with it.
retention-stop = Stop

retention-hold = Legal hold
retention-hold-stands = Since { $day }: { $reason }
retention-hold-set = Set a legal hold
retention-hold-lift = Lift the legal hold
retention-hold-title = Legal hold on { $number }
retention-hold-lift-title = Lift the legal hold on { $number }
retention-this-advice = this question for advice
retention-this-request = this request
retention-hold-lead = Do this when something must stay, such as for a criminal case, an objection or a request for access.
retention-hold-lift-lead = Is the term over? Then it comes on the list of what may go.
retention-hold-reason = Why?
retention-hold-reason-hint = Whoever may read this can read the reason.

retention-certificate = Certificate of destruction
retention-certificate-text = { $count ->
    [one] The municipality of { $place } destroyed one thing on { $day }. It can't be brought back.
   *[other] The municipality of { $place } destroyed { $count } things on { $day }. They can't be brought back.
}
retention-certificate-proposed = Proposed on
retention-certificate-owner = Approved by the owner of the process
retention-certificate-archivist = Released by the archivist
retention-certificate-by = { $who }, { $day }
retention-certificate-stayed = On the list, but stayed
retention-certificate-copies = Backups from before
retention-certificate-backups = By the municipality's rule gone from { $day }. Whoever restores one earlier destroys the same in it.
retention-certificate-head = Mark of the journal at entry { $entry }
retention-certificate-note = This certificate names no content and is kept for ever.

done-retention-approved = Approved. It is the archivist's turn.
done-retention-authorised = Released. The list is carried out tonight.
done-retention-back = Given back to the coordinator.
done-retention-kept = This stays longer.
done-retention-held = A legal hold stands now.
done-retention-lifted = The legal hold was lifted.
retention-error-until = Choose a day after today.
retention-error-reason = Write down why.

refusal-list-not-now = The list is further already. Look again.
refusal-list-same-person = You approved this list already. Somebody else must release it.
refusal-list-not-listed = This does not stand on the list any more.
refusal-list-empty = Nothing stands on the list any more.
refusal-list-changed = The list changed since you looked. Look again.
refusal-list-hold-stands = A legal hold stands on this. As long as it does, it can't go.
refusal-list-in-use = This is not finished yet. Close it first, or finish what still runs.
refusal-list-no-rule = There is no rule for how this ended.
refusal-list-held = Something on the list is under a legal hold. Keep it longer, or give the list back.
