# SPDX-FileCopyrightText: 2026 The Meldroute authors
# SPDX-License-Identifier: EUPL-1.2

today-title = Today
today-nothing-now = Nothing asks for your attention now.
today-attention = { $count ->
    [one] One thing asks for your attention now.
   *[other] { $count } things ask for your attention now.
}
today-attention-many = More than { $count } things ask for your attention now.
today-news = For you
today-news-question = There is a question about your report { $reference }.
today-news-message = There is a message about your report { $reference }.
today-news-advice = There is an answer to your question for advice.
today-tabs = Which list
today-tab-mine = Mine
today-tab-due = Due now
today-tab-waiting = With somebody else
today-tab-new = New
today-caption-mine = What is yours, the first on top
today-caption-due = What must be done today or is late
today-caption-waiting = What lies with somebody else and you keep an eye on
today-caption-new = Reports that nobody has looked at yet
today-column-when = Due
today-column-about = Signal or report
today-column-what = What must be done
today-column-do = Do
today-acute = Acute
today-late = { $days ->
    [one] 1 day late
   *[other] { $days } days late
}
today-due-today = Today
today-due-tomorrow = Tomorrow
today-due-in = In { $days } days
today-waits = { $days ->
    [0] since today
    [one] waits 1 day
   *[other] waits { $days } days
}
today-duty-triage = Nobody has looked at the report yet. Say what becomes of it.
today-duty-step-register = Write down what we know: observation, assessment, place.
today-duty-step-enrich = Enrich the signal from the sources.
today-duty-step-body = Ready for: { $step }.
today-duty-step-decide = A decision is needed: { $step }.
today-duty-step-feedback = Give feedback and close the signal.
today-duty-step-other = Move the signal on: { $step }.
today-duty-gate = Decide whether the next step may be taken.
today-duty-query-decision = Decide whether a source may be asked.
today-duty-query = Ask the source. You may.
today-duty-agenda = Lies before your meeting. Read it beforehand.
today-duty-waiting = Waits for a task or an inspection. See to it that it happens.
today-duty-task = You have a task. Do it and record what came of it.
today-duty-hand-over-own = Handed over to your organisation. Answer, or report what came of it.
today-duty-hand-over = The receiver has to act. Ask when it stays silent.
today-duty-care-own = Care was asked for. Answer, or report how it stands.
today-duty-care = The care coordinator has to act.
today-duty-question = The municipality asks your organisation something. Give an answer.
today-question-title = Question of the municipality
today-do-question = Answer
today-duty-reply = There is an answer or an addition. Read the message.
today-duty-advice = A colleague asks for advice.
today-duty-feedback = A reporter waits for a message.
today-do-triage = Look at the report
today-do-step = Go on
today-do-gate = Decide
today-do-query-decision = Decide
today-do-query = Go on
today-do-agenda = Read the signal
today-do-waiting = Look
today-do-task = Open the task
today-do-hand-over = Open the hand-over
today-do-care = Open the care request
today-do-reply = Read the message
today-do-advice = Answer
today-do-feedback = Give feedback
today-empty-mine = Nothing to do.
today-empty-more-mine = All that is yours is done or lies with somebody else.
today-empty-due = Nothing for today.
today-empty-more-due = Nothing is late either.
today-empty-waiting = Nothing.
today-empty-more-waiting = All that you asked for has come back.
today-empty-new = Nothing new.
today-empty-more-new = Every report has its destination.
today-paging = Pages
today-next = Next 50
today-first = To the beginning
today-side = What is coming
today-meeting = Next meeting
today-meetings = Next meetings
today-meeting-items = { $count ->
    [0] nothing on the agenda yet
    [one] 1 signal on the agenda
   *[other] { $count } signals on the agenda
}
today-new = New
today-new-all = All new reports
today-feedback = Feedback owed
today-left-behind = Of people who have left
today-left-behind-why = These signals belong to somebody whose account is closed. Give them a new owner.
today-doors = Your pages
today-doors-none = You have no tasks here now. Is that not right? Ask the administrator about your role.
today-figures-only = You see figures only here, never reports or signals about people.
today-no-content = You manage people and settings. You don’t see reports and signals.
today-mailbox-stuck = In the mailbox { $name } there have been messages since { $since } that can't be stored. Tell the administrator.
today-outbox-stuck = Mail is not sent since { $since }. Waiting mails: { $count }. Tell the administrator.
today-mailbox-silent = The mailbox { $name } has not been read since { $since }. There may be new reports in it. Tell the administrator.

today-duty-undelivered = Message may not have arrived. Give it in another way, or record why not.
today-do-undelivered = Settle
today-duty-inspect = Check the files of a report.
today-do-inspect = Check
today-duty-quarantine = A message could not be read. Look at it and say what became of it.
today-do-quarantine = Look at the message
today-duty-glass-review = Somebody opened this signal in an emergency. Judge whether there was reason for it.
today-do-glass-review = Judge
today-duty-approve-disposal = Say whether this may go. Then the archivist looks.
today-do-approve-disposal = Look at the list
today-duty-authorise-disposal = The coordinator approved that this may go. Release it, or give it back.
today-do-authorise-disposal = Look at the list
today-duty-claim = Answer a request of a data subject within its term.
today-do-claim = Open the request
today-duty-ask-back = Ask the department what you wanted to hear, and record the answer.
today-do-ask-back = Open the signal
today-duty-read-answer = A receiver has answered. Read the answer.
today-do-read-answer = Open the signal
