# SPDX-FileCopyrightText: 2026 The Meldroute authors
# SPDX-License-Identifier: EUPL-1.2

register-title = Register of processing activities
register-intro = What the municipality uses personal data for here (GDPR article 30). Each line of the processing log points at an activity below. That you look here stands in the journal.
register-unconfirmed = { $count ->
    [one] 1 activity is still to be confirmed by the data protection officer or a jurist.
   *[other] { $count } activities are still to be confirmed by the data protection officer or a jurist.
}
register-officer = Data protection officer
register-uri = Address of the register
register-version = version { $version }, from { $date }
register-parent = part of { $name }
register-confidential = Confidential
register-more = Ground, data and keeping
register-id = Name in the log
register-controller = Controller
register-ground = Ground
register-subjects = Whose data
register-data = Which data
register-recipients = Who gets them
register-transfers = Outside the European Union
register-retention = How long
register-security = Security
register-log = Processing log
register-keep = { $count ->
    [one] Lines stay for 1 day.
   *[other] Lines stay for { $count } days.
}
register-to-log = Lines of today
basis-6-1a = Consent (GDPR article 6(1)(a))
basis-6-1b = Contract (GDPR article 6(1)(b))
basis-6-1c = Legal obligation (GDPR article 6(1)(c))
basis-6-1d = Vital interests (GDPR article 6(1)(d))
basis-6-1e = Task in the public interest (GDPR article 6(1)(e))
basis-6-1f = Legitimate interests (GDPR article 6(1)(f))

processing-title = Processing log
processing-intro = What was done with personal data, and what for. Who did it does not stand here: that stands in the journal, with the same mark. That you look here stands there, too.
processing-by-day = By activity and day
processing-activity = Activity
processing-all = All activities
processing-day = Day
processing-show = Show this day
processing-by-person = About one person
processing-person = Name or citizen number (BSN)
processing-person-hint = As the name stands with the signal. Namesakes can't be told apart: check who is meant. You do not find a reporter here.
processing-error-person = Fill in a name or citizen number.
processing-find = Find processing
processing-none = There is nothing on this day.
processing-none-person = Nothing is recorded about this person.
processing-caption = What was done, the newest first
processing-caption-person = What was done with data of this person, the newest first
processing-what = What
processing-subject = Person concerned
processing-whole = the action itself
processing-trace = Mark
processing-refused = refused
processing-subject-name = person
processing-subject-bsn = citizen
processing-subject-report = reporter

privacy-door-processing = Processing log
privacy-door-text-processing = What was done with personal data and what for, by day or about one person.
privacy-door-register = Register of processing activities
privacy-door-text-register = What the municipality uses personal data for, on which ground and for how long.

decisions-title = Decisions
decisions-intro = What the program decided about who may do what. Somebody asks for something, and the rules say yes or no. You see the role; who it was stands in the journal, with the same mark. That you look here stands there, too.
decisions-keep = { $count ->
    [one] A decision stays here for 1 day.
   *[other] A decision stays here for { $count } days.
}
decisions-role = Role
decisions-all-roles = All roles
decisions-only-refused = Only what was refused
decisions-show = Show these decisions
decisions-none = Nothing was decided about this on this day.
decisions-caption = Decisions, the newest first
decisions-asked = What was asked for
decisions-answer = Answer
decisions-allowed = allowed
decisions-refused = refused
decisions-program = the program itself
decisions-about-municipality = whole municipality
decisions-about-report = report
decisions-about-signal = signal
decisions-about-strand = task or hand-over
decisions-about-consult = question for advice
decisions-about-body = body
decisions-about-meeting = meeting
decisions-about-person = account
decisions-about-claim = request of a data subject
decisions-about-quarantined = message set apart
privacy-door-decisions = Decisions
privacy-door-text-decisions = What somebody was allowed to do or not, by day and role, by the rules of the program.
