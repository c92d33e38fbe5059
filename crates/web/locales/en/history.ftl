# SPDX-FileCopyrightText: 2026 The Meldroute authors
# SPDX-License-Identifier: EUPL-1.2

history-title = History
history-nobody = The program
history-destroyed = Something happened on this day ({ $event }). Its content was destroyed and can no longer be read.
history-signal-registered = { $who } made this signal of { $reports ->
    [one] one report.
   *[other] { $reports } reports.
}
history-report-linked = { $who } added a report.
history-apart-taken-back = { $who } took back that { $number } does not belong with it.
history-kept-apart = { $who } recorded that { $number } does not belong with it.
history-report-unlinked = { $who } took a report out of this signal.
history-moved-on = The signal went from { $from } to { $to }.
history-gate-granted = { $who } decided that sources may be asked, on the ground of: { $ground }
history-gate-refused = { $who } decided that no sources are asked.
history-decided-body = Decision of { $body }: { $outcome }. Recorded by { $who }.
history-decided = { $who } decided: { $outcome }.
history-strand-task = { $to } got a task: { $what }
history-strand-inspection = { $to } got an inspection: { $what }
history-strand-hand-over = Offered to { $to }.
history-strand-other-department = Offered to another department.
history-strand-care = The care coordinator at { $to } was asked.
history-strand-intervention = { $to } got an intervention: { $what }
history-strand-case = Offered as a case to { $to }.
history-stepped-accept = { $kind }: taken on. Recorded by { $who }.
history-stepped-refuse = { $kind }: refused. Recorded by { $who }.
history-stepped-finish = { $kind }: done. Recorded by { $who }.
history-stepped-withdraw = { $kind }: withdrawn by { $who }.
history-stepped-number = { $kind }: reference recorded by { $who }.
history-stepped-note = { $kind }: answer read by { $who }.
history-stepped-plan = { $kind }: planned by { $who }.
history-stepped-invite = { $kind }: { $who } invited a partner, on a power of its own.
history-stepped-uninvite = { $kind }: { $who } took an invitation back.
history-stepped-find = { $kind }: { $who } recorded a finding.
history-stepped-follow-up = { $kind }: { $who } set out what follows.
history-stepped-consent = { $kind }: { $who } recorded an answer about consent.
history-stepped-reflect = { $kind }: { $who } recorded the time to think.
history-stepped-consider = { $kind }: { $who } recorded whether Veilig Thuis was considered.
history-marked-acute = { $who } handed the signal over to { $partner } as acute.
history-care-asked = { $who } asked { $partner } for care.
history-feedback-given-receipt = { $who } acknowledged receipt, { $way }.
history-feedback-given-outcome = { $who } gave feedback on the outcome, { $way }.
history-feedback-withheld-receipt = { $who } decided not to acknowledge receipt.
history-feedback-withheld-outcome = { $who } decided to give no feedback on the outcome.
history-sent-back = { $who } sent the signal back to { $to }.
history-signal-closed = { $who } closed the signal: { $confirmation }.
history-owner-changed = { $who } gave the signal to { $owner }.
history-observed = { $who } wrote down an observation.
history-assessed = { $who } made an assessment.
history-subject-added = { $who } added something about whom or what it is about.
history-subject-struck = { $who } struck something out.
history-note-added = { $who } added a note from { $source }.
history-query-written = { $who } wrote down a question to { $register }.
history-query-decided = { $granted ->
    [yes] { $who } permitted a question to { $register }.
   *[no] { $who } did not permit a question to { $register }.
}
history-query-withdrawn = { $who } withdrew a question to { $register }.
history-source-asked = { $who } asked { $register }.
history-source-answered = { $register }: { $outcome }.
history-guest-invited = { $who } invited { $guest } to a sitting.
history-sharing-asked = { $who } asked whether this may be shared with { $to }. The strictest answer: { $answer }.
history-item-marked = { $who } recorded where an item may go: { $regime }.
history-pack-released = { $who } released { $count ->
    [one] 1 item
   *[other] { $count } items
  } to { $to }.
history-pack-opened = { $who } opened a pack for { $to }.
history-pack-withdrawn = { $who } withdrew a pack for { $to }.
history-other = { $who } did something with this signal ({ $event }).
history-glass-broken = { $who } opened this signal in an emergency, without working on it.
history-glass-judged = { $justified ->
    [yes] { $who } found the emergency opening justified.
   *[no] { $who } found the emergency opening not justified.
}
history-hold-set = { $who } set a legal hold.
history-hold-lifted = { $who } lifted the legal hold.
history-kept-longer = { $who } keeps this signal longer, until { $day }.
history-archive-exported = { $who } gave this signal out for the archive.
history-claim-rectified = { $who } put a rectification of a data subject beside this signal.
history-erasure-proposed = { $who } put this signal on the list of what may go, on request of a data subject.
history-use-restricted = { $lifted ->
    [yes] { $who } lifted the restriction of use.
   *[no] { $who } restricted the use of this signal, on request of a data subject.
}
history-recused = { $who } kept { $person } out of this signal.
history-readmitted = { $who } let { $person } in again.
history-invitations-moved = { $who } moved the meeting. Guests can read along until { $day }.
history-invitations-ended = { $who } cancelled the meeting. Guests read along no more.
history-partner-replied = { $who } recorded the answer of { $from }: { $said }.
