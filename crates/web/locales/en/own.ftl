# SPDX-FileCopyrightText: 2026 The Meldroute authors
# SPDX-License-Identifier: EUPL-1.2

own-reports-title = Own reports
own-reports-lead = This is how the things you reported stand. What happens exactly we may not show here.
own-reports-lead-partner = This is how the reports of your organisation stand. What happens exactly we may not show here.
own-reports-reference = Reference
own-reports-received = Received
own-reports-state = State
own-reports-state-new = Received. We are looking at the report.
own-reports-state-signal = Being handled. You will hear from us.
own-reports-state-aside = Looked at. The desk does not take the report further.
own-reports-news-question = Question to you
own-reports-news-message = New message
own-reports-empty = No reports yet.
own-reports-empty-more = When you report something, you see here how it stands.

own-report-title = Report { $reference }
own-report-back = All own reports
own-report-feedback = What you heard from us
own-report-feedback-none = Nothing yet. You will hear later what we did with your report.
own-report-told = On { $date }
own-report-question = We ask you something
own-report-asked = Asked on { $date }
own-report-answered = You answered on { $date }. Thank you.
own-report-answer = Your answer
own-report-answer-send = Send the answer
own-report-add = Do you know anything else?
own-report-add-text = What do you want to add?
own-report-add-hint = Is there immediate danger? Call 112.
own-report-add-send = Add
own-report-added = You added something on { $date }.
own-report-error-text = Write something, 10,000 characters at most
done-own-added = Added. The desk reads it.
done-own-answered = Your answer was sent.
own-report-sent = What you reported
own-report-read = Read your report ({ $words ->
    [one] 1 word
   *[other] { $words } words
})
own-report-files = { $count ->
    [one] You sent 1 file along.
   *[other] You sent { $count } files along.
}
done-own-report = Sent. Your reference is { $number }. Keep it.

own-form-begin = Make a report
own-form-title = Make a report
own-form-danger = Immediate danger?
own-form-call = Call 112
own-form-lead = Five questions. Only the first is needed; the others may stay empty. You need not be sure of anything.
own-form-lead-partner = Five questions about what your organisation sees. Only the first is needed. Tell no more about people than is needed and allowed.
own-form-optional = may stay empty
own-form-first = Urgency
own-form-1 = 1. What?
own-form-what = What do you see or hear?
own-form-what-hint = Write down what happens. What you think of it comes at question 5.
own-form-first-hand = Did you see or hear it yourself?
own-form-first-hand-yes = Yes
own-form-first-hand-no = No, from somebody else
own-form-photos = Photos
own-form-photos-hint = Only if it is safe and allowed. Photos or PDF, at most { $count }, 30 MB together.
own-form-2 = 2. Where?
own-form-place = Address or description
own-form-place-hint = For instance: Havenstraat 12, the shed behind the shop.
own-form-find-place = Use my place
own-form-point-open = Or give a point on the map
own-form-point = Point on the map
own-form-point-hint = Paste a point from your map app, such as 52.35012, 4.62034. Not right? Empty the field.
own-form-point-only = Point: { $point }
own-form-place-and-point = { $place } (point: { $point })
own-form-area = Municipality
own-form-3 = 3. When?
own-form-observed = When do you see it?
own-form-observed-hint = For instance: now, last night at ten, for some weeks.
own-form-4 = 4. Who or what?
own-form-involved = Who or what is involved?
own-form-involved-hint = People, companies, cars, phone numbers, websites. Only what you know.
own-form-5 = 5. Why?
own-form-worry = What worries you?
own-form-worry-hint = What you think of it. It need not be certain.
own-form-help = Help with wording: what do you look for?
own-form-help-hint = Tick what you saw or heard. It goes along as text. One point proves nothing, and nothing is added up.
own-form-ticked = Ticked as a help with wording:
own-form-urgency = How urgent is it?
own-form-urgency-danger = Immediate danger
own-form-urgency-danger-more = Call 112 first. Fill this in after that.
own-form-urgency-soon = Soon: today or tomorrow
own-form-urgency-can-wait = It can wait until somebody reads it
own-form-urgent-danger = Immediate danger
own-form-urgent-soon = Soon
own-form-you = About you
own-form-you-lead = You report as { $name }. The desk keeps your name apart from the report.
own-form-partner = For which organisation do you report?
own-form-contact = Where do we reach you best?
own-form-contact-hint = For instance a phone number. Leave empty when we can ask you here.
own-form-send = Send the report
own-form-drop = Clear this form
own-form-none = Your municipality has no form for your role. Call or mail the reporting desk. Is there immediate danger? Call 112.
own-form-after-state = See how it stands
own-form-after-again = Make another report
own-form-error-what = Write down what you see or hear
own-form-error-partner = Choose for which organisation you report
own-form-error-area = Choose a municipality from the list
own-form-error-point = Write the point as 52.35012, 4.62034, or empty the field
own-form-say-kept = Kept on this device. Not sent yet.
own-form-say-restored = Your text from before is back. Not sent yet.
own-form-say-not-kept = This device can't keep your text. Send before you close this page.
own-form-say-sending = Sending …
own-form-say-unsent = Not sent yet. We are trying again.
own-form-say-log-in = Not sent yet. Your report is still on this device. Log in again and open this form.
own-form-say-too-large = Not sent: the photos are too large together. Choose fewer.
own-form-say-sent = Sent:
own-form-say-no-place = Your device gives no place. Write down the address.
