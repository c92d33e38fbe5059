# SPDX-FileCopyrightText: 2026 The Meldroute authors
# SPDX-License-Identifier: EUPL-1.2

error-back = Go back
error-reference = Mention this number when you ask for help:

error-title-not-found = This page does not exist or is not for you
error-text-not-found = Is the address right? If so, ask your administrator whether you may see this page.
error-title-malformed = We can't read this request
error-text-malformed = Go back, reload the page and try again.
error-title-forged = This form is too old
error-text-forged = Nothing was changed. Go back, reload the page and send the form again.
error-title-too-large = This is too large
error-text-too-large = Nothing was changed. Make the text or the attachment smaller and try again. A report may have 20,000 characters and 30 MB of files.
error-title-full = It is too busy now
error-text-full = Many files are being sent at the moment. Nothing was changed. Wait half a minute, go back and send it again.
error-title-unavailable = No answer for a moment
error-text-unavailable = It does not work now. Try again in a minute.
error-title-broken = Something is wrong on our side
error-text-broken = We can't show this now. Ask your administrator for help.
error-title-refused = That is not possible now
error-text-refused = Nothing was changed.
error-title-done-already = This was done already
error-text-done-already = The same form was sent twice, or the name is taken. Nothing more was changed.
error-title-busy = Somebody else is changing this now
error-text-busy = Nothing was changed. Try again in a few seconds.

refusal-closed = The signal is closed.
refusal-waiting = The signal waits for something that is not done yet.
refusal-gate-undecided = This must be decided first: ‘{ $gate }’
refusal-no-gate = No permission is needed here.
refusal-not-assessed = Write down an observation and an assessment first.
refusal-body-decides = This meeting decides about it: { $body }.
refusal-decision-needed = A decision is needed here first.
refusal-not-here = This outcome is not possible at this step.
refusal-nothing-decided = A decision must have been taken first.
refusal-elsewhere = The signal has left the step { $step } already: somebody was first.
refusal-condition-not-met = This condition must be met, with a reason: { $question }
refusal-already-acute = The signal has been handed over as acute already.
refusal-consent-refused = The person does not want the data to go to { $who }.
refusal-strand-other-kind = This does not belong to work of this kind.
refusal-strand-known = This came in before.
refusal-strand-bad-day = This day can't be right. Choose a day that is not in the future and not before an earlier answer; the time to think does not end before it begins.
refusal-care-asked-already = The care coordinator has been asked already.
refusal-not-shared = No rule of the sharing matrix lets this go to { $who }.
refusal-needs-first = Before this goes to { $who }, this is needed: { $what }.
refusal-not-at-feedback = This is possible at the feedback step.
refusal-feedback-due = { $count ->
    [one] One reporter is still waiting for feedback.
   *[other] { $count } reporters are still waiting for feedback.
}
refusal-feedback-not-due = This feedback has been given already or is not needed.
refusal-strands-open = { $count ->
    [one] One task, hand-over or case is still running.
   *[other] { $count } tasks, hand-overs or cases are still running.
}
refusal-strand-ended = This has ended already.
refusal-query-not-now = This question to a source is not at this point any more. See where it stands now.
refusal-query-own = You asked this question yourself. Somebody else decides on it.
refusal-query-running = The source is being asked at this moment. Wait a little.
refusal-query-struck = What this question is about was struck out. The source is not asked about it.
refusal-query-changed = The set-up of the sources has changed. This question may not be asked like this any more. Withdraw it and write a new one.
refusal-query-not-connected = This source is not connected. Ask by hand, and write a note.
refusal-query-other-subject = This question is about something else than the subject you chose.
refusal-strand-not-offered = This is not waiting for an answer.
refusal-strand-not-accepted = The receiver has not answered yet.
refusal-missing = Something that is needed is missing.
refusal-no-way = The configuration of the route does not say how to go on from here. Ask your administrator.
refusal-report-in-signal = The report is part of a signal already.
refusal-report-not-linked = The report is not part of this signal.
refusal-report-set-aside = The report has been judged to be no signal already.
refusal-report-no-way-back = The reporter can't read or write messages here.
refusal-report-question = The question is no longer open.
refusal-report-unread = We must first read what was written before. Please try again later.
refusal-link-signal-closed = The signal is closed. Make a new signal of this report.
refusal-link-last-report = This is the only report of the signal. Close the signal.
refusal-no-reason = Write down a reason.
refusal-meeting-not-open = The meeting has not begun, or is over.
refusal-meeting-begun = The meeting has begun already.
refusal-meeting-not-on-agenda = The signal is not on the agenda.
refusal-meeting-decided = This has been decided already: somebody was first.
refusal-meeting-items-open = { $count ->
    [one] One item has neither a decision nor a reason for a next meeting.
   *[other] { $count } items have neither a decision nor a reason for a next meeting.
}
error-title-long-text = A text is too long
error-text-long-text = One field holds 20,000 characters. Nothing was kept. Go back with the button of your browser: what you typed mostly still stands there. Make it shorter.
refusal-kept-out = This person is concerned in the matter and stays out of this signal.
refusal-still-holds = This person owns the signal or still has a task in it. Give that to somebody else first.
refusal-meeting-cancelled = The meeting is cancelled.
refusal-meeting-not-cancelled = The meeting is not cancelled.
refusal-meeting-too-few = { $present } members are recorded; a decision needs { $needed }. Record who is there.
refusal-meeting-no-seat = This person does not sit in the body on that day, or can't stand in.
refusal-meeting-not-closed = The meeting is not closed yet.
refusal-meeting-not-chair = Only the chair approves the decision list.
refusal-meeting-approved = The decision list has been approved already.
