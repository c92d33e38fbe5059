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
register-purpose = Purpose
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
processing-trace = Mark
processing-refused = refused
processing-subject-name = person
processing-subject-bsn = citizen
processing-subject-report = reporter

privacy-door-processing = Processing log
privacy-door-text-processing = What was done with personal data and what for, by day or about one person.
privacy-door-register = Register of processing activities
privacy-door-text-register = What the municipality uses personal data for, on which ground and for how long.
