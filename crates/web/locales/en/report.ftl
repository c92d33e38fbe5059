# SPDX-FileCopyrightText: 2026 The Meldroute authors
# SPDX-License-Identifier: EUPL-1.2

# Inbox
report-title = Reports
report-title-one = Report { $number }
report-type-in = Type a report in
report-breadcrumb = Breadcrumbs
report-list = List of reports
report-filter = Which reports
report-filter-new = To do
report-filter-registered = In a signal
report-filter-set-aside = No signal
report-quarantine = Unreadable
report-back-to-list = Back to the list
report-choose = Choose a report from the list.
report-empty-new = Nothing to do.
report-empty-more-new = Every report has its destination.
report-empty-registered = None yet.
report-empty-more-registered = Reports that are part of a signal come here.
report-empty-set-aside = None.
report-empty-more-set-aside = Reports that are no signal come here.
report-paging = Pages
report-next = Next 50
report-first = To the beginning
report-mark-new = New
report-tick = Tick: { $subject }
report-together = Make one signal of what is ticked
report-keys = Keys:
report-keys-next = next,
report-keys-previous = previous,
report-keys-open = open,
report-keys-signal = make signal,
report-keys-add = add. They can be switched off in the menu under your name.

# One report
report-no-subject = (no subject)
report-make-signal = Make signal
report-add = Add to signal …
report-set-aside = No signal, because …
report-acute = Acute
report-care = Ask for care
report-number = Number
report-reference = Reference for the reporter
report-from = From
report-received = Received
report-channel = By
report-place = Where
report-observed = When seen
report-first-hand = Seen themselves
report-first-hand-yes = Yes
report-first-hand-no = No, heard from somebody else
report-language = Language of the reporter
report-language-en = English
report-language-uk = Ukrainian
report-language-ru = Russian
report-openness-fact = Name of the reporter
report-openness-fact-confidential = Confidential: known only to us
report-openness-fact-anonymous = Unknown: reported anonymously
report-openness-open = Yes
report-openness-confidential = Only with us
report-openness-confidential-hint = The name is kept apart and goes nowhere else.
report-openness-anonymous = No, anonymous
report-area = About
report-typed-by = Typed in by
report-state = State
report-state-new = Nobody’s yet
report-state-registered = Part of a signal since { $date }, by { $who }.
report-state-open-signal = Open the signal
report-state-set-aside = No signal: { $reason }. { $note } ({ $who }, { $date })
report-mail-sent = Sent on { $date }, says the sender.
report-mail-authentication = Sender
report-mail-authentication-none = No result by the own mail server.
report-mail-authentication-hint = Says only whether the address is right, not whether the story is.
report-mail-pass = { $method }: right
report-mail-fail = { $method }: wrong
report-mail-none = { $method }: not used
report-mail-other = { $method }: { $result }
report-mail-html = The text was made from a mail with layout (HTML). The original may look different.
report-mail-signature = It carries a digital signature ({ $kind }). It was not checked.
report-mail-forwarded = Forwarded: somebody else wrote the first text.
report-mail-damaged = Damaged when it came in: text or attachments may be incomplete.
report-mail-known-id = Mind: a message with the same Message-ID, but other content, came before. Both are kept.
report-read = { $words ->
    [one] Read the report (1 word)
   *[other] Read the report ({ $words } words)
}
report-read-original = { $words ->
    [one] Read what came in (1 word)
   *[other] Read what came in ({ $words } words)
}
report-read-correction = { $words ->
    [one] Read the corrected text (1 word)
   *[other] Read the corrected text ({ $words } words)
}
report-earlier = Earlier:
report-telling = These words can give away who reported this: { $words }. Leave them out of the signal and of what you pass on.
report-no-text = The report has no text.
report-corrected = Corrected on { $date } by { $who }: { $reason }
report-correct = Correct or add
report-classify = Not right? Change who reports
report-attachments = Attachments
report-attachments-hint = You see and keep a copy without metadata, such as place, device and author. That you opened a file is recorded.
report-attachments-pictures = Photos were packed anew, without place, device and maker; the picture can be a little less sharp than the original.
report-attachment = Attachment { $number }
report-decimal-mark = .
report-original = The message as it came in
report-reporter = Reporter (shielded)
report-reporter-hint = Who opens this is recorded, with the reason.
report-reporter-open = Show who reported
report-feedback = Feedback
report-feedback-due = still owed, by { $date } at the latest
report-feedback-given = given on { $date } by { $who }, { $way }
report-feedback-withheld = not given, because: { $reason } ({ $who }, { $date })
report-feedback-not-owed = not needed: { $reason }
report-feedback-settle = Give feedback
report-feedback-in-signal = The feedback belongs to the signal now.

# Kinds
reporter-kind-resident = Resident
reporter-kind-chain-partner = Chain partner
reporter-kind-official = Colleague at the municipality
reporter-kind-enforcement = Enforcement officer
reporter-kind-anonymous = Anonymous
report-reason = Reason
report-reason-not-trafficking = not about human trafficking
report-reason-outside-our-task = outside our task
report-reason-duplicate = says the same as another report
report-reason-empty = there is nothing in it
report-outcome-not-trafficking = no signal of human trafficking
report-outcome-outside-our-task = outside our task
report-outcome-duplicate = not dealt with on its own
report-outcome-empty = not taken up
report-outcome-open = still being handled
feedback-way-online = in the program, or with the reporter's code
feedback-way-mail = by e-mail
feedback-way-phone = by phone
feedback-way-in-person = in a conversation
feedback-way-letter = by letter
feedback-moment-receipt = Receipt
feedback-moment-outcome = Message about the outcome

# Making a signal
report-stop = Back without recording
report-make-title-one = Make a signal of this report
report-make-title-more = Make one signal of { $count } reports
report-make-lead = The signal gets a number and you become its owner. Then it travels your municipality’s route.
report-make-reports = Reports in this signal
report-make-none = Tick one or more reports first.
report-make-signal-title = What is the signal about?
report-make-signal-title-hint = One line, without names of people.
report-make-observation = First observation
report-make-observation-text = What was seen or heard? (optional)
report-make-observation-hint = Taken from the report. Take out who reported: more people read this. What you think of it comes later.
report-make-observer = Seen by whom?
report-make-observer-hint = A description, such as ‘enforcement officer’. Never a name.
report-make-observed = When was it seen? (optional)
report-make-first-hand = The reporter saw or heard this themselves
report-make-submit = Make the signal
report-error-title = Write in one line what it is about
report-error-observer = Write by whom it was seen
done-report-signal = Signal { $number } was made.
done-report-once = This was recorded already. Nothing was done twice.

# Adding to a signal
report-add-title = Add to a signal
report-add-lead = The report becomes part of a running signal. The reason goes into its history.
report-add-number = Number of the signal
report-add-number-hint = Begin to type to choose from the running signals.
report-add-reason-hint = Why do they belong together? For example: same address.
report-add-submit = Add the report
report-error-number = No signal has this number
report-error-number-empty = Fill in the number of the signal
report-error-closed = This signal is closed. Make a new signal of the report
report-error-reason = Write down the reason
done-report-added = The report was added to this signal.

# No signal
report-aside-title = Why is this no signal?
report-aside-lead = The report is kept. What the reporter must still hear stays open.
report-aside-because-not-trafficking = It is not about human trafficking
report-aside-because-outside-our-task = It is for somebody else; the reporter was referred
report-aside-because-duplicate = It says the same as another report
report-aside-because-empty = There is nothing in it, such as advertising or a test
report-aside-note = Explanation
report-aside-note-hint = One or two sentences, so that somebody else understands it later.
report-aside-submit = Record: no signal
report-error-aside-which = Choose a reason
report-error-note = Write an explanation
done-report-set-aside = Recorded: this report is no signal.

# Fast lanes
report-acute-title = Acute danger
report-acute-lead = Is there danger now? Call 112 first. This makes the report a signal and hands it to { $partner } at once, without waiting for a meeting.
report-acute-reason = What is the danger?
report-acute-reason-hint = What the receiver must know to act at once. Don’t name the reporter.
report-acute-submit = Hand over to { $partner } now
report-care-title = Ask for care
report-care-lead = This makes the report a signal and asks { $partner } at once. Care waits for no meeting and no confirmation.
report-care-reason = What must the care coordinator know to begin?
report-care-reason-hint = Only what is needed. Don’t name the reporter.
report-error-care-consent = Write down who gave consent. Is there acute danger? Then choose the fast lane.
report-care-submit = Ask { $partner } for care now
report-error-acute-reason = Write down what the danger is
report-error-care-reason = Write down what the care coordinator must know
done-report-acute = Signal { $number } was made and handed over at once.
done-report-care = Signal { $number } was made. Care was asked for.

# Correcting
report-correct-title = Correct or add
report-correct-lead = What came in stays. Your text comes beside it.
report-correct-text = Corrected text
report-correct-reason-hint = For example: called back, the house number was wrong.
report-correct-submit = Record the correction
report-error-text = Write down what was seen or heard
done-report-corrected = The correction stands beside the original.
report-classify-title = Who reports?
report-classify-lead = For a mail the program guesses this from the address. What the reporter hears back depends on it.
report-classify-submit = Record who reports
done-report-classified = Recorded who reports.
report-senders = Who sent the mail?
report-senders-hint = The address belongs to this organisation, but anybody can write any address. In doubt? Untick it, or phone first.
report-senders-yes = { $number } is from { $partner }
report-partner-question = Is this report from { $partner }?
report-partner-hint = The address of the mail belongs to { $partner }, but anybody can write any address. Look at the checks of the sender, or phone them. Until you answer, { $partner } sees nothing of this report.
report-partner-yes = Yes, from { $partner }
report-partner-no = No
done-report-partner-yes = Recorded: the report is from this organisation.
done-report-partner-no = Recorded: the report is not from this organisation.

# The reporter
report-reporter-title = Who reported
report-reporter-lead = Who reported is shielded. You see it once; that you looked, and why, goes into the journal.
report-reporter-reason = Why must you know who reported?
report-reporter-reason-hint = For example: to call back about the house number. The privacy officer reads this reason. Do not name the reporter.
report-reporter-submit = Show it now
report-reporter-unknown = Nothing is known of the reporter.
report-reporter-name = Name
report-reporter-contact = To be reached at
report-reporter-safe = Safe contact
report-reporter-seen = Recorded that you saw this, for this reason:
report-reporter-back = Back to the report

# Feedback
report-settle-title = Give feedback to the reporter
report-settle-due = { $moment }, by { $date } at the latest
report-settle-lead = Read the text, change it and give it yourself: the program sends nothing. Then record how you gave it.
report-settle-lead-online = Read the text and adapt it. If you choose “in the program, or with the reporter's code”, it stands ready for the reporter at once. Otherwise you give it yourself: Meldroute mails nothing.
report-settle-lead-online-only = The reporter reads the message here, by account or code. There is no other way.
report-settle-nobody = Nobody knows who reported this, and there is no code. So there is no way back to the reporter. Record below that there will be no message.
report-settle-safe = First look how to reach the reporter safely.
report-settle-text = Text for the reporter
report-settle-text-hint = No names, addresses or suspicions: somebody else may read this.
report-settle-language-en = Begin with the English text
report-settle-language-nl = Begin with the Dutch text
report-settle-way = How was the message given?
report-settle-submit = Record that this message was given
report-settle-withhold-title = Or: no message
report-settle-withhold = Why does the reporter get no message?
report-settle-withhold-submit = Record that there is no message
report-settle-none = Nothing is owed to the reporter any more.
report-error-settle-text = Write the text for the reporter
report-error-settle-way = Choose how the message was given
report-error-settle-withhold = Write down why there is no message
done-report-feedback = The feedback was recorded.

# Typing in
report-type-title = Type a report in
report-type-lead = For who calls, stands at the desk or speaks to you. Only the fields without ‘optional’ are needed.
report-type-channel = How did it come in?
report-type-kind = Who reports?
report-type-partner = Which organisation?
report-type-partner-hint = Only for a chain partner.
report-type-partner-none = –
report-type-subject = What is it about?
report-type-subject-hint = One line, without names of people.
report-type-text = What was seen or heard?
report-type-text-hint = Only what the reporter says. What you think of it comes later.
report-type-observed = When was it seen? (optional)
report-type-place = Where? (optional)
report-type-first-hand = Did the reporter see it themselves?
report-type-first-hand-yes = Yes
report-type-first-hand-no = No, heard from somebody else
report-type-first-hand-unknown = Not known
report-type-openness = May the name be known?
report-type-anonymous-refer = Anonymous reports can’t be made here. Refer to: { $to }
report-type-who = The reporter
report-type-who-hint = This is kept apart and shielded. For an anonymous report we don’t keep it.
report-type-name = Name (optional)
report-type-contact = Phone or e-mail (optional)
report-type-safe = How can the reporter be reached safely? (optional)
report-type-safe-hint = For example: call in the morning only, never a letter.
report-type-area = About which municipality is it?
report-type-submit = Record the report
report-type-stop = Stop without recording
report-error-channel = Choose how it came in
report-error-reporter-kind = Choose who reports; not every reporter fits this way
report-error-partner = Choose the organisation that reports
report-error-subject = Write in one line what it is about
report-error-openness = Choose whether the name may be known; anonymous is not possible everywhere
report-error-area = Choose the municipality that it is about
report-typed-title = Recorded with reference { $reference }
report-typed-say = Tell the reporter this reference. Who calls later can mention it.
report-typed-cost = Also tell the reporter:
report-typed-next = The desk looks at the report. You need do nothing more.
report-typed-open = Open the report
report-typed-another = Type in another report
report-typed-to-today = To Today

# Quarantine
report-quarantine-title = Unreadable messages
report-quarantine-lead = These messages became no report: they could not be read, or a computer wrote them. They are kept.
report-quarantine-when = Received
report-quarantine-why = Why unreadable
report-quarantine-source = Came from
report-quarantine-empty = None.
report-quarantine-empty-more = Every message could be read.
report-broken-empty = The file is empty.
report-broken-not-a-mail = This is not an e-mail.
report-broken-unreadable = The e-mail is damaged: no text or attachment can be read.
report-broken-too-large = The e-mail is too large. Only its beginning is here; the rest is still where it came in.
report-broken-headers-too-large = The headers of the e-mail are too large.
report-broken-too-many-parts = The e-mail has too many parts.
report-broken-too-deep = The e-mail has too many levels.
report-broken-unpacks-too-large = The e-mail becomes too large when unpacked.

report-tips-title = Take in tips
report-tips-lead = Take in the tips that Meld Misdaad Anoniem forwards. First you see what happens with each line. Tips about something else are counted and not kept.
report-tips-file = CSV file with tips
report-tips-columns = The first line names the columns. Needed are:
report-tips-look = Look at the tips
report-tips-wrong = Choose a file that can be read
report-tips-no-file = Choose a file first.
report-tips-empty = The file is empty. The first line must hold the names of the columns.
report-tips-not-text = This file is no text. Save it as CSV and try again.
report-tips-uneven = Line { $line } has { $found } cells, but there are { $expected } columns. Is there a semicolon or comma too many? Put that text in quotation marks.
report-tips-no-column = The column “{ $wanted }” is not in the file. There are: { $found }.
report-tips-column-twice = The column “{ $wanted }” is in the file more than once. Leave one.
report-tips-sorted = What happens with the tips
report-tips-kept = { $count ->
    [one] 1 tip becomes a report
   *[other] { $count } tips become reports
}
report-tips-off = { $count ->
    [one] 1 tip is about something else and is not kept
   *[other] { $count } tips are about something else and are not kept
}
report-tips-known = { $count ->
    [one] 1 tip came in before
   *[other] { $count } tips came in before
}
report-tips-wanting = Line { $line } can't be taken in: the column “{ $column }” is empty
report-tips-kept-table = Tips that become reports
report-tips-line = Line
report-tips-topic = Topic
report-tips-no-topic = No topic
report-tips-text = Text
report-tips-open = Read the tip
report-tips-off-topics = Topics that are not kept
report-tips-take-in = { $count ->
    [0] Record that there was nothing new
    [one] Take in 1 tip
   *[other] Take in { $count } tips
}
report-tips-other-file = Choose another file
done-report-tips = Tips taken in: { $number }.

feedback-way-sent = by e-mail, sent now by Meldroute
report-safe-contact = Safe contact
report-safe-contact-none = Nothing known. Consider who else may read the mail.
report-safe-followed = I read this and follow it.
report-error-safe = Confirm that you read and follow how the reporter can be reached safely
report-settle-lead-mail = Read the text, adapt it and release it.
report-settle-sends = If you choose mail by Meldroute, this text is mailed to the reporter now.
report-settle-sends-not = Meldroute can’t mail this reporter: there is not exactly one mail address known.
exposed-title = Does this say something that it should not?
exposed-lead = These words stand out. Remove them, or say that they may stay.
exposed-go-on = I have read this. The text may go on.
exposed-reporter = Who reported
exposed-subject = Whom or what the signal is about
exposed-source = Can tell who told it
exposed-address = Address
exposed-phone = Telephone number
exposed-plate = Number plate
exposed-bsn = May be a citizen service number
exposed-mail = Mail address
exposed-name = Looks like a name
ask-title = Ask a question
ask-lead = Ask one question at a time. The answer stands beside the report; the report itself does not change.
ask-text = Your question
ask-text-hint = No names, addresses or suspicions: somebody else may read this.
ask-way = How do you ask?
ask-way-online = To the reporter, in the program or with the reporter’s code
ask-way-mail = To the reporter, by mail with a link that works once
ask-way-link = To the reporter, with a link that you pass on yourself
ask-way-partner-online = To a partner with an account, in the program
ask-way-partner-mail = To a partner without an account, by mail with a link that works once
ask-way-partner-link = To a partner without an account, with a link that you pass on yourself
ask-days = A link works for { $count } days and for one answer. Whoever opens it sees only the question and the name of the municipality.
ask-partner-summary = To a partner
ask-partner = Which partner?
ask-partner-none = Choose a partner
ask-mail = Mail address at the partner
ask-mail-hint = This address is used for this question only.
ask-submit = Ask the question
ask-missing-text = Write your question
ask-missing-way = Choose how you ask
ask-missing-partner = Choose a partner
ask-partner-with-account = { $name } (has an account)
ask-partner-no-account = This partner has no account. Choose a partner that has one, or ask by a link.
ask-missing-mail = Give one valid mail address
ask-not-possible = The question can’t be asked in this way
ask-link-title = The link to your question
ask-link-lead = The question stands ready. Pass this link on; it works for { $count } days, for one answer.
ask-link = Link
ask-link-safe = You see this link only once. Whoever has it can answer: give it only to whom you ask.
dialogue-title = Questions and answers
dialogue-ask = Ask a question
dialogue-asked = { $who } asked { $whom }, { $date }
dialogue-reporter = the reporter
dialogue-added = The reporter added, { $date }
dialogue-answered = Answer, { $date }
dialogue-unread = New
dialogue-open = No answer yet.
dialogue-open-link = No answer yet. The link works until { $date }.
dialogue-expired = No answer; the link no longer works.
dialogue-withdrawn = Taken back by { $who }, { $date }.
dialogue-withdraw = Take the question back
dialogue-seen = I have read this
done-report-asked = The question was asked.
done-report-seen = Recorded that this was read.
done-report-withdrawn = The question was taken back.
mail-title = Mail that was sent
mail-released = { $what }, released on { $date } by { $who }
mail-carries-feedback = Feedback
mail-carries-question = Question with a link
mail-carries-notice = Notice without content
mail-waiting = waits to be sent
mail-waiting-again = not accepted yet, next attempt { $date }: { $answer }
mail-waiting-unknown = offered to the mail server, not known whether it was sent; next attempt { $date }
mail-accepted = accepted by the mail server
mail-doubted = may not have arrived; a notice from a mail server says: { $reason }
mail-failed = not delivered: { $reason }
mail-settle = Record how you solve it
mail-proof = Proof of sending
mail-at = Accepted
mail-answer = Answer of the mail server
mail-id = Message-ID
mail-sha = SHA-256 of the message
mail-settled = Settled on { $date } by { $who }: { $how }. { $reason }
undelivered-title = Message may not have arrived
undelivered-lead = A mail about this report did not arrive, or may not have arrived. Give the message in another way, or find out whether it is there, and record it here.
undelivered-way = How was the message given now?
undelivered-not = not at all; no message is given
undelivered-reason = Explanation
undelivered-reason-hint = What did you do, or why is there no message?
undelivered-submit = Record
undelivered-missing-way = Choose how the message was given
undelivered-missing-reason = Write an explanation
done-undelivered = Recorded what became of the message.

report-complete-title = Complete
report-complete-hint = Fill in what you heard later. It stands beside the report, with your name and the date.
report-complete-unchanged = nothing new
report-completed = { $what } (completed by { $who }, { $date })
report-broken-auto-reply = This is an automatic reply by a computer.
report-quarantine-open = To look at
report-quarantined-title = Unreadable message
report-quarantined-save = Save the message as a file
report-quarantined-save-hint = The file may be dangerous: open it only in a safe place. The journal remembers that you opened it.
report-quarantined-lead = Look at the message. Is there a report in it?
report-quarantined-type = Type the report in.
report-quarantined-which = What became of it?
report-quarantined-typed-in = Typed in as a report
report-quarantined-no-report = Looked at: no report
report-quarantined-note = Explanation
report-quarantined-note-hint = For example: advertising. May be left empty.
report-quarantined-submit = Settle the message
report-quarantined-automatic = You need not do anything about it.
report-quarantined-done = This message was settled.
report-quarantine-error-which = Choose what became of the message
done-report-quarantined = The message was settled.

too-long-what = What you saw is too long: it can hold 20,000 characters
too-long-text = The text is too long: it can hold 20,000 characters
too-long-subject = The line that says what it is about is too long: it can hold 300 characters
too-long-title = The line that says what it is about is too long: it can hold 300 characters
too-long-place = Where is too long: it can hold 300 characters
too-long-observed = When is too long: it can hold 300 characters
too-long-name = The name is too long: it can hold 300 characters
too-long-contact = The contact is too long: it can hold 300 characters
too-long-safe_contact = Safe contact is too long: it can hold 300 characters
too-long-reason = The reason is too long: it can hold 300 characters
