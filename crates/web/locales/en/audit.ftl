# SPDX-FileCopyrightText: 2026 The Meldroute authors
# SPDX-License-Identifier: EUPL-1.2

journal-title = Journal
journal-text = Everything that was done and looked at, newest first. That you look here is in it, too.
journal-caption = Entries of the journal, newest first
journal-number = Number
journal-when = When
journal-what = What
journal-about = About
journal-who = Role and place
journal-older = Older
journal-newest = Newest
journal-somebody = somebody
journal-destroyed = The content of this entry has been destroyed.
journal-origin-public-form = Public form
journal-origin-link = Link in a message
journal-origin-command-line = Command line
journal-origin-mail-import = Import of mail
journal-origin-program = The program
journal-about-municipality = the municipality
journal-about-report = a report
journal-about-signal = a signal
journal-about-meeting = a meeting
journal-about-person = an account
journal-about-quarantined = a message that can't be read
journal-about-claim = a request of a data subject
journal-about-consult = a question for advice

verify-title = Verification of the journal
verify-link = Verify the journal
verify-holds = { $count ->
    [one] The one entry of the journal holds: nobody changed or removed anything.
   *[other] All { $count } entries of the journal hold: nobody changed or removed anything.
}
verify-head = Mark of the last entry
verify-head-text = Keep this mark somewhere else. Who later finds the same mark with this entry knows that everything before it is unchanged.
verify-broken = The journal does not hold from entry { $at } on. Something was changed outside the program.
verify-broken-what = Warn your data protection officer and whoever looks after the server at once. Change nothing and keep all backups.
verify-back = Back

journal-event-report-received = A report came in by { $channel }.
journal-event-message-quarantined = A message could not be read and stands apart.
journal-event-report-typed = { $who } typed in a report that came by { $channel }.
journal-event-reported-own = A reporter with an account made a report, by { $channel }.
journal-event-tips-sorted = { $who } sorted a batch of forwarded tips: { $kept } to take in, { $known } known already, { $off-topic } about something else and not kept.
journal-event-report-read = { $who } read a report.
journal-event-file-opened = { $who } opened a copy of a file of a report.
journal-event-original-opened = { $who } opened a file as it came in.
journal-event-file-scanned = { $who } scanned a file for viruses.
journal-event-report-corrected = { $who } corrected a report or added to it.
journal-event-report-classified = { $who } changed what kind of reporter made a report.
journal-event-partner-confirmed = { $confirmed ->
    [yes] { $who } confirmed that a report is from { $partner }.
   *[no] { $who } recorded that a report is not from { $partner }.
}
journal-event-report-set-aside = { $who } decided that a report is no signal.
journal-event-reporter-asked = { $who } asked a reporter a question.
journal-event-question-withdrawn = { $who } took back a question to a reporter.
journal-event-reporter-answered = A reporter answered a question.
journal-event-partner-question-read = { $who } read a question to their organisation.
journal-event-partner-answered = { $partner } answered a question about a report.
journal-event-reporter-added = A reporter added to a report.
journal-event-reporter-messages-seen = { $who } read what a reporter wrote afterwards.
journal-event-own-report-read = A reporter read the messages about a report.
journal-event-advice-asked = { $who } asked for advice.
journal-event-advice-read = { $who } read a question for advice.
journal-event-advice-said = { $who } wrote to a question for advice.
journal-event-advice-closed = { $who } closed a question for advice.
journal-event-reporter-opened = { $who } looked at who made a report.
journal-event-links-shown = { $who } saw what may belong together.
journal-event-apart-taken-back = { $who } took back that two things do not belong together.
journal-event-kept-apart = { $who } recorded that two things do not belong together.
journal-event-asked-elsewhere = { $who } asked whether { $facts } of a report occurs in { $name }, too. Answer: { $hit ->
    [yes] yes
   *[no] no
}.
journal-event-asked-by-neighbour = { $who } of { $name } asked whether { $facts } occurs here, too. Answer: { $hit ->
    [yes] yes
   *[no] no
}. Ground: { $ground }
journal-event-signal-registered = { $count ->
    [one] { $who } made a signal of one report.
   *[other] { $who } made a signal of { $count } reports.
}
journal-event-report-linked = { $who } added a report to a signal.
journal-event-report-unlinked = { $who } took a report out of a signal.
journal-event-signal-read = { $who } read a signal.
journal-event-photo-opened = { $who } opened a photo of an inspection.
journal-event-strand-read = { $who } read a task, hand-over or care request.
journal-event-moved-on = { $who } moved a signal from { $from } to { $to }.
journal-event-gate-decided = { $granted ->
    [yes] { $who } gave permission to query sources.
   *[no] { $who } gave no permission to query sources.
}
journal-event-decided = { $who } recorded a decision at { $step }: { $outcome }.
journal-event-strand-started = { $who } began something beside the route: { $kind }.
journal-event-strand-stepped = { $who } updated something beside the route: { $kind } { $step }.
journal-event-marked-acute = { $who } handed a signal over to { $partner } as acute.
journal-event-sharing-asked = { $who } asked whether something may be shared with { $to }. The strictest answer: { $answer }.
journal-event-item-marked = { $who } recorded where an item may go.
journal-event-pack-released = { $who } released a pack to { $to }, with { $count ->
    [one] 1 item
   *[other] { $count } items
  }.
journal-event-pack-opened = { $who } opened a pack for { $to }.
journal-event-pack-withdrawn = { $who } withdrew a pack for { $to }.
journal-event-care-asked = { $who } asked { $partner } for care.
journal-event-feedback-given = { $who } recorded feedback.
journal-event-feedback-withheld = { $who } decided to give no feedback.
journal-event-sent-back = { $who } sent a signal back to { $to }.
journal-event-signal-closed = { $who } closed a signal: { $confirmation }.
journal-event-owner-changed = { $who } gave a signal to { $owner }.
journal-event-observed = { $who } wrote down an observation.
journal-event-assessed = { $who } made an assessment.
journal-event-subject-added = { $who } recorded whom or what a signal is about.
journal-event-subject-struck = { $who } struck something out of a signal.
journal-event-note-added = { $who } added enrichment.
journal-event-query-written = { $who } wrote down a question to { $register }.
journal-event-query-decided = { $granted ->
    [yes] { $who } permitted a question to { $register }.
   *[no] { $who } did not permit a question to { $register }.
}
journal-event-query-withdrawn = { $who } withdrew a question to { $register }.
journal-event-source-asked = { $who } asked { $register }.
journal-event-source-answered = { $register }: { $outcome } ({ $who }).
query-outcome-no-hit = nothing known
query-outcome-hit = something known
query-outcome-answered = data read
query-outcome-not-set-up = no answer, because there is no connection
query-outcome-unreachable = no answer, the source can't be reached
query-outcome-certificate = no answer, the certificate is not trusted
query-outcome-timed-out = no answer in time
query-outcome-log-in = no answer, the source does not know our key
query-outcome-forbidden = no answer, the source does not permit this question
query-outcome-refused = no answer, the source does not understand the question
query-outcome-too-often = no answer, the source was asked too often
query-outcome-down = no answer, the source has trouble itself
query-outcome-answer = no answer that can be read
journal-event-guest-invited = { $who } invited { $guest } to a signal.
journal-event-meeting-planned = { $who } planned a meeting: { $body }.
journal-event-agenda-changed = { $count ->
    [one] { $who } changed an agenda. It now holds one signal.
   *[other] { $who } changed an agenda. It now holds { $count } signals.
}
journal-event-meeting-started = { $who } began a meeting.
journal-event-item-held-over = { $who } kept a signal for a next meeting.
journal-event-meeting-closed = { $who } closed a meeting.
journal-event-meeting-read = { $who } read an agenda.
journal-event-searched = { $count ->
    [one] { $who } searched and found one thing.
   *[other] { $who } searched and found { $count } things.
}
journal-event-logged-in = { $who } logged in.
journal-event-log-in-failed = Somebody tried to log in as { $who }. That failed.
journal-event-logged-out = { $who } logged out.
journal-event-account-set-up = { $who } set up their own account.
journal-event-feed-made = { $who } made a secret address for their own calendar.
journal-event-feed-withdrawn = { $who } withdrew the address for their own calendar.
journal-event-language-chosen = { $who } chose a language.
journal-event-person-added = { $who } added somebody.
journal-event-roles-changed = { $who } changed somebody’s roles.
journal-event-log-in-reset = { $who } made a new link for somebody’s account.
journal-event-person-disabled = { $who } closed somebody’s account.
journal-event-configuration-loaded = { $who } loaded version { $version } of the configuration.
journal-event-refused = { $who } asked for something that is not allowed: { $right }.
journal-event-journal-read = { $who } read the journal.
journal-event-who-looked-seen = { $who } looked up who looked.
journal-event-looks-exported = { $who } made a file of all that was looked at in { $year }: { $count ->
    [one] one line
   *[other] { $count } lines
  }.
journal-event-looks-reviewed = { $who } recorded the review of who looked in { $year }.
journal-event-pattern-settled = { $belonged ->
    [yes] { $who } recorded that notable looking belonged to the work.
   *[no] { $who } recorded that notable looking was talked over.
}
journal-event-glass-broken = { $who } opened a signal in an emergency that is not their own work.
journal-event-read-under-glass = { $who } read a signal under an emergency opening.
journal-event-glass-judged = { $justified ->
    [yes] { $who } found an emergency opening justified.
   *[no] { $who } found an emergency opening not justified.
}
journal-event-dpia-read = { $who } looked at the DPIA.
journal-event-dpia-answered = { $who } answered question { $question } of the DPIA.
journal-event-dpia-given-out = { $who } gave the DPIA out.
journal-event-claim-entered = { $who } recorded a request of a data subject: { $kind }.
journal-event-claim-read = { $who } read a request of a data subject.
journal-event-claim-searched = { $who } searched for a request of a data subject and found { $count ->
    [one] one place
   *[other] { $count } places
  }.
journal-event-claim-place-opened = { $who } read passages for a request of a data subject.
journal-event-claim-decided = { $who } decided about a passage for a request of a data subject.
journal-event-claim-extended = { $who } extended the term of a request of a data subject.
journal-event-claim-rectified = { $who } put a rectification beside a signal.
journal-event-erasure-proposed = { $who } put something on the list of what may go, on request of a data subject.
journal-event-use-restricted = { $lifted ->
    [yes] { $who } lifted the restriction of the use of a signal.
   *[no] { $who } restricted the use of a signal.
}
journal-event-claim-answered = { $who } answered a request of a data subject: { $given } passages given, { $refused } refused.
journal-event-claim-bundled = { $who } made ready what a data subject gets.
journal-event-list-shown = { $who } looked at a list of { $list }, { $count ->
    [one] 1 line.
   *[other] { $count } lines.
}
journal-event-processing-log-read = { $who } looked at the processing log.
journal-event-decisions-read = { $who } looked at what the program decided about who may do what.
journal-event-decisions-trimmed = The program took { $count ->
    [one] 1 decision
   *[other] { $count } decisions
} about who may do what out of its log: the term was over.
journal-event-register-read = { $who } looked at the register of processing activities.
journal-event-processing-log-trimmed = The program took { $count ->
    [one] 1 line
   *[other] { $count } lines
} out of the processing log: their term was over.
journal-list-reports = reports
journal-list-signals = signals
journal-list-duties = things to do
journal-list-own-reports = own reports
journal-list-quarantine = messages set apart
journal-list-advice = questions for advice
journal-list-claims = requests of data subjects
journal-list-people = accounts
journal-event-figures-read = { $who } looked at figures of { $source } for { $year }, for { $audience }.
journal-event-bounds-read = { $who } looked at the bounds on the number of persons for { $year }.
journal-event-figures-compared = { $who } held a file of { $count } rows against the figures that were there.
journal-event-plan-taken-in = { $who } took in { $count } actions of the plan.
journal-event-action-done = { $who } wrote down that action { $number } of the plan was done.
journal-event-action-owned = { $who } wrote down who is responsible for action { $number } of the plan.
journal-event-record-added = { $who } wrote down activity { $number } for the plan.
journal-event-record-corrected = { $who } brought activity { $number } for the plan up to date.
journal-event-occasion-written = { $who } wrote for the paper “{ $occasion }” about { $period }.
journal-event-occasion-held = { $who } wrote down that “{ $occasion }” about { $period } was discussed or handed over.
journal-event-occasion-paper-made = { $who } made the paper “{ $occasion }” about { $period }.
journal-event-figures-taken-in = { $who } took in figures: { $new } new, { $corrected } corrected.
journal-event-backup-made = { $who } made a backup.
journal-event-hold-set = { $who } set a legal hold.
journal-event-hold-lifted = { $who } lifted a legal hold.
journal-event-disposal-proposed = { $count ->
    [one] { $who } put one thing on the list of what may go.
   *[other] { $who } put { $count } things on the list of what may go.
}
journal-event-kept-longer = { $who } keeps something longer than its term.
journal-event-disposal-approved = { $who } approved a list of what may go.
journal-event-disposal-returned = { $who } gave back a list of what may go.
journal-event-disposal-authorised = { $who } released a list of what may go.
journal-event-disposal-left = { $who } left something that stood on a list.
journal-event-destroyed = { $who } destroyed this.
journal-event-certificate-given-out = { $who } got a certificate of destruction as PDF.
journal-event-disposal-certified = { $who } carried out a list and made the certificate.
journal-event-archive-exported = { $who } gave a signal out for the archive.

journal-outcome-more-information = more information needed
journal-outcome-inspection = inspection
journal-outcome-other-department = other department
journal-outcome-escalate = to another meeting
journal-outcome-hand-over = hand-over
journal-outcome-care = care
journal-outcome-intervention = intervention
journal-outcome-case = case
journal-outcome-not-confirmed = not confirmed
journal-outcome-closed-other-help = closed with other help
journal-outcome-outside-our-task = outside our task
journal-outcome-no-legal-ground = no legal ground

journal-strand-task = task
journal-strand-inspection = inspection
journal-strand-hand-over = hand-over
journal-strand-other-department = hand-over to a department
journal-strand-care = care request
journal-strand-intervention = intervention
journal-strand-case = case
journal-strand-step-accept = accepted
journal-strand-step-refuse = refused
journal-strand-step-finish = finished
journal-strand-step-withdraw = withdrawn
journal-strand-step-number = reference set
journal-strand-step-note = answer read
journal-strand-step-plan = planned
journal-strand-step-invite = partner invited
journal-strand-step-uninvite = invitation taken back
journal-strand-step-find = finding recorded
journal-strand-step-follow-up = follow-up set out
journal-strand-step-consent = answer about consent recorded
journal-strand-step-reflect = time to think recorded
journal-strand-step-consider = Veilig Thuis considered

journal-confirmation-open = not said yet
journal-confirmation-confirmed = confirmed
journal-confirmation-not-confirmed = not confirmed
journal-confirmation-not-for-us = not for us to say

right-keep-dpia = keeping the DPIA
right-read-reports = read reports
right-take-in = take in reports from outside
right-send-mail = send released mail
right-type-report = type in a report
right-report-own = report something
right-ask-advice = ask advice
right-give-advice = give advice
right-triage-reports = decide what becomes of a report
right-open-reporter = see who reported
right-read-own-reports = follow one’s own reports
right-answer-question = answer a question to one’s own organisation
right-read-signal = read a signal
right-work-signal = work on a signal
right-enrich = enrich
right-decide-gate = decide about queries
right-decide = record a decision
right-step-strand = update a task or hand-over
right-read-strand = read a task or hand-over
right-mark-acute = hand over as acute
right-refer-to-care = ask for care
right-give-feedback = give feedback
right-close-signal = close a signal
right-read-meeting = read an agenda
right-run-meeting = lead a meeting
right-search = search
right-break-glass = open a signal in an emergency
right-read-under-glass = read a signal under an emergency opening
right-handle-claims = handle requests of data subjects
right-review-looks = review who looked
right-read-journal = read the journal
right-read-plan = see the plan
right-keep-plan = keep the plan
right-keep-figures = take in figures and make tables
right-read-figures = see figures
right-manage-people = manage people
right-manage-configuration = manage the configuration
right-read-retention = see what may go
right-hold-back = set a legal hold
right-approve-disposal = approve what may go
right-authorise-disposal = release what may go
right-dispose = destroy
right-export-archive = give a signal out for the archive
right-own-account = use one’s own account

journal-event-safe-contact-read = { $who } looked at how a reporter can be reached safely.
journal-event-safe-contact-followed = { $who } confirmed to follow how a reporter can be reached safely.
journal-event-text-named-reporter = { $who } wrote a text that named who reported, and was warned.
journal-event-mail-queued = { $who } released a mail.
journal-event-mail-tried = A mail was offered to the mail server.
journal-event-mail-deferred = A mail could not be sent yet and is tried again.
journal-event-mail-accepted = The mail server accepted a mail.
journal-event-mail-doubted = According to a notice from a mail server, a mail may not have arrived.
journal-event-mail-failed = A mail did not arrive.
journal-event-mail-failure-settled = { $who } recorded what became of a mail that did not arrive.
journal-event-mail-changed = { $who } changed somebody’s mail address for notices.
journal-event-quarantined-opened = { $who } opened an unreadable message.
journal-event-quarantined-settled = { $who } settled an unreadable message.
journal-event-recused = { $who } kept { $person } out of a signal, as they are concerned.
journal-event-readmitted = { $who } let { $person } in again at a signal.
journal-event-invitations-moved = { $who } changed the invitation of guests to a signal.
journal-event-meeting-moved = { $who } moved a meeting from { $from } to { $to }.
journal-event-meeting-cancelled = { $who } cancelled a meeting.
journal-event-meeting-reinstated = { $who } let a meeting be held after all.
journal-event-attendance-noted = { $who } recorded that { $count } members were there.
journal-event-substitute-named = { $who } named { $person } as substitute in a body.
journal-event-minutes-approved = { $who } approved the decision list.
journal-event-brought-read = { $who } read at the table what { $to } may know of a signal.
journal-event-partner-replied = { $who } recorded the answer of { $to } at the table.
right-read-brought = read what was brought to the table
right-answer-brought = answer what was brought to the table
