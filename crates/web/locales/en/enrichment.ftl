# SPDX-FileCopyrightText: 2026 The Meldroute authors
# SPDX-License-Identifier: EUPL-1.2

# ---- the sources of a signal ----
query-sources-title = Ask sources
query-sources-intro = First write down what you want to know and why. Then you ask whether the source knows anything. Only after a hit do you read the data.
query-sources = The sources
query-sources-none = Your municipality has set up no sources.
query-lines = Questions to sources
query-about-chosen = The question is about: { $subject }
query-ask-about = Ask a source
query-no-subject = A question is always about something that stands with the signal. Nothing stands there yet.
query-write = Write down a question
query-not-connected = not connected
query-source-asks = Can be asked by: { $asks }.
query-decided-by = On each question decides first: { $role }.
query-decided-by-route = The decision to ask sources about this signal is enough.
query-by-hand = Is a source not connected? Then ask whoever manages the source, and write down the answer.

# ---- a new question ----
query-ask-title = Question to { $register }
query-ground-is = Ground: { $ground }
query-keep = { $days ->
    [one] The answer can be seen for 1 day.
   *[other] The answer can be seen for { $days } days.
}
query-subject = About whom or what
query-by = What do you ask by?
query-needed = What is needed?
query-fields = Which data do you need?
query-fields-hint = Choose only what you need. Other data are not read.
query-fields-none = Choose at least one.
query-reason = Why is this necessary?
query-reason-hint = What can you not judge without this answer?
query-ask-submit = Record the question

inquiry-place = a place in words
inquiry-address = an address
inquiry-residence = a building and a period
inquiry-citizen = a citizen service number
inquiry-person = a name and date of birth
inquiry-company = a trade register number
inquiry-company-name = the name of a company
inquiry-words = words

inquiry-field-place = Place
inquiry-field-postcode = Postcode
inquiry-field-number = House number
inquiry-field-letter = House letter
inquiry-field-addition = Addition
inquiry-field-object = BAG number of the building
inquiry-field-from = From
inquiry-field-until = Up to and including
inquiry-field-bsn = Citizen service number (BSN)
inquiry-field-surname = Surname
inquiry-field-born = Born on
inquiry-field-company = Trade register number
inquiry-field-company-name = Name of the company
inquiry-field-words = Words
inquiry-hint-place = Street, number and town.
inquiry-hint-postcode = Four digits and two letters.
inquiry-hint-object = Sixteen digits. A question to the BAG or to PDOK finds them.
inquiry-hint-bsn = Nine digits.
inquiry-hint-surname = The whole surname, without first names.
inquiry-hint-company = Eight digits.
inquiry-hint-words = Just as they stand in the table.
inquiry-wrong-postcode = Fill in a postcode: four digits and two letters.
inquiry-wrong-number = Fill in a house number, digits only.
inquiry-wrong-letter = Make this shorter: one letter, or an addition of at most four characters.
inquiry-wrong-object = Fill in a BAG number: sixteen digits.
inquiry-wrong-until = The last day is before the first, or missing.
inquiry-wrong-day = Fill in a date.
inquiry-wrong-bsn = Fill in a citizen service number: nine digits.
inquiry-wrong-company = Fill in a trade register number: eight digits.
inquiry-wrong-surname = Fill in a whole surname, without an asterisk.
inquiry-wrong-words = Fill this in, with at most 200 characters.
inquiry-other-subject = This is about something else than the subject you chose. Use what stands with the subject, or add this to the signal as a subject first. You find a number in a register by asking for the name or address first.

# ---- one question ----
query-title = Question to { $register }
query-state-waiting = waits for a decision
query-state-refused = not permitted
query-state-withdrawn = withdrawn
query-state-ready = permitted, not asked yet
query-state-no-hit = no hit
query-state-hit = hit, not read yet
query-state-answered = read
query-state-expired = answer expired
query-sentence-waiting = This question waits for a decision. It is decided by: { $role }.
query-sentence-refused = { $who } did not permit it on { $date }. The source is not asked.
query-sentence-withdrawn = { $who } withdrew this question on { $date }. The source is not asked further.
query-sentence-ready = This question may be asked. There is no answer yet.
query-sentence-no-hit = No hit: the source knows nothing of this. It is not asked further.
query-sentence-hit = { $count ->
    [one] Hit: the source knows something of this. Nothing has been read yet.
   *[other] Hit: the source has { $count } records of this. Nothing has been read yet.
}
query-sentence-answered = The data have been read. They can be seen up to and including { $date }.
query-sentence-expired = The time of this answer ran up to and including { $date }. The data can't be seen any more.
query-question = The question
query-fact-source = Source
query-fact-asked = Asked by
query-fact-fields = Data that are needed
query-fact-ground = Ground
query-fact-reason = Why
query-fact-by = Written down
query-fact-granted = Permitted
query-fact-refused = Not permitted
query-fact-withdrawn = Withdrawn
query-by-at = { $who }, { $when }
query-asked-place = place: { $what }
query-asked-address = address: { $what }
query-asked-residence = BAG number { $object }, from { $from } up to and including { $until }
query-asked-citizen = citizen service number { $what }
query-asked-person = { $name }, born on { $date }
query-asked-company = trade register number { $what }
query-asked-company-name = name of a company: { $what }
query-asked-words = words: { $what }

query-answer = The answer
query-answer-open = { $count ->
    [one] Read the answer (1 record)
   *[other] Read the answer ({ $count } records)
}
query-answer-more = The source knows more than stands here. Ask a more precise question if that is necessary.
query-read-from = Read from { $register } on { $when }. Can be seen up to and including { $date }.
query-attempts = When was the source asked?
query-attempt-look = { $when }, { $who } asked whether the source knows anything: { $end }.
query-attempt-read = { $when }, { $who } read the data: { $end }.
query-attempt-answered = the source answered
query-attempt-open = how it ended is not known
query-note-why = What others must know, you write down in a note. Members and guests of a meeting do not see this question and its answer.

query-decide-granted = May this question be asked?
query-decide-yes = Yes, this may be asked
query-decide-yes-hint = Only this question, only these data.
query-decide-no = No
query-decide-no-hint = The source is not asked. The signal simply goes on.
query-decide-reason = Why, or why not?
query-decide-reason-hint = Is it necessary, can it not be done with less, and does it fit the ground?
query-decide-submit = Record the decision on the question
query-look = Ask whether the source knows anything
query-look-why = You only hear whether there is a hit. Nothing is read yet.
query-read = Read the data
query-read-why = Only the chosen data are read, and kept sealed. Not needed any more? Then withdraw the question.
query-withdraw = Withdraw the question
query-withdraw-reason = Why is the question not needed any more?

query-trouble-not-set-up = The connection to this source is not right. Nothing was answered. Ask the administrator to check the settings.
query-trouble-unreachable = The source can't be reached. Try again later. The signal need not wait for it.
query-trouble-certificate = The certificate of the source is not right. Do not try again, but ask the administrator to look at it.
query-trouble-timed-out = The source did not answer in time. Try again later. The signal need not wait for it.
query-trouble-log-in = The source does not know our key. Ask the administrator to check the key.
query-trouble-forbidden = The source does not permit this question. Ask the privacy officer whether the authorisation is right.
query-trouble-refused = The source does not understand this question. Check what was filled in, withdraw the question and write a new one.
query-trouble-too-often = The source was asked too often. Try again in an hour.
query-trouble-down = The source has trouble itself. Try again later. The signal need not wait for it.
query-trouble-answer = The answer of the source could not be read. Nothing of it was kept. Ask the administrator to look at it.

done-query-written = The question was written down. Nothing has been asked yet.
done-query-decided = The decision on the question was recorded.
done-query-withdrawn = The question was withdrawn.
done-query-hit = The source knows something of this.
done-query-no-hit = The source knows nothing of this.
done-query-read = The data were read.

# ---- fields of registers ----
register-field-address = address
register-field-postcode = postcode
register-field-municipality = municipality
register-field-address-id = number of the address
register-field-object-id = BAG number of the building
register-field-building-id = number of the premises
register-field-use = purpose of use
register-field-surface = surface
register-field-status = status
register-field-built = year built
register-field-name = name
register-field-birth-date = date of birth
register-field-age = age
register-field-sex = sex
register-field-bsn = citizen service number
register-field-secrecy = secrecy
register-field-suspended = suspended
register-field-under-investigation = under investigation
register-field-period = period
register-field-residents = residents
register-field-possible-residents = possible residents
register-field-count = how many
register-field-company-number = trade register number
register-field-branch-number = branch number
register-field-kind = kind of branch
register-field-trade-names = trade names
register-field-activities = activities
register-field-started = started on
register-field-ended = ended on
register-field-staff = number of staff
register-field-legal-form = legal form

# ---- gates ----
gates-title = Open gates
gates-intro = Decisions that must still be taken before a source is asked.
gates-none = No decision waits. All gates have been decided.
gates-due = By
gates-signal = Signal
gates-about = About
gates-who = Who decides
gates-since = Waits since
gates-what-gate = May sources be asked?
gates-what-query-decision = May this question to a source be asked?

# ---- on the page of a signal ----
signal-act-query-decide = Decide on the question to { $register }
signal-act-query-look = Ask the question to { $register }
signal-act-query-read = Read or stop: { $register }

# ---- on the page of the administrator ----
configuration-registers = Sources
configuration-register-connected = connected
