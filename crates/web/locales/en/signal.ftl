# SPDX-FileCopyrightText: 2026 The Meldroute authors
# SPDX-License-Identifier: EUPL-1.2

# ---- list ----
signals-title = Signals
signals-open = Open
signals-closed = Closed
signals-which = Which signals
signals-step = Step
signals-step-all = All steps
signals-filter = Show
signals-caption-open = Open signals, the first that needs something on top
signals-caption-closed = Closed signals, the last one closed on top
signals-column-due = By
signals-column-closed = Closed on
signals-column-signal = Signal
signals-column-step = Step
signals-column-marks = Marks
signals-column-owner = Owner
signals-waiting = waits for an answer
signals-empty-open = No open signals.
signals-empty-open-more = Everything that was here has been dealt with, or is at another step.
signals-empty-closed = No closed signals.
signals-empty-closed-more = A closed signal stays here until its retention term ends.
signals-next = Next 50
signals-pages = Pages
signals-minor = Minor
signals-first = Back to the beginning

# ---- head ----
signal-late = { $days ->
    [one] 1 day late
   *[other] { $days } days late
}
signal-due-today = Today
signal-acute = Acute
signal-urgent = Urgent
signal-owner = Owner
signal-next-date = Next date
signal-closed-on = Closed on
signal-open-since = Open for
signal-open-days = { $days ->
    [0] since today
    [one] 1 day
   *[other] { $days } days
}
signal-reports = Reports
signal-confirmation = Confirmed
signal-breadcrumb = Breadcrumb
signal-what-now-jump = What now?
signal-nobody = nobody

signal-minor = Minor: { $answer }
signal-minor-yes = yes
signal-minor-no = no
signal-minor-unknown = unknown
signal-restricted-badge = Use restricted
signal-restricted = The use of this signal is restricted
signal-restricted-text = A data subject asked for that. The signal is kept, but do not use or share it. Reporting acute danger, asking for care, taking back and ending what runs are possible.
signal-rectified = Rectification on request of the data subject, { $date }
signal-minor-warning = A minor may be involved. Always consider Veilig Thuis. Never contact the parents on your own initiative. Coercion need not be shown.

signal-sentence-register = Is being written up by { $owner }, by { $date }.
signal-sentence-enrich = Is being enriched, by { $date }.
signal-sentence-gate = Waits for the decision whether sources may be asked, by { $date }.
signal-sentence-body = Waits for a decision in the sitting of { $date } ({ $body }).
signal-sentence-decide = Waits for a decision at { $step }, by { $date }.
signal-sentence-feedback = { $due ->
    [0] Everybody has an answer. This signal can be closed.
    [one] One reporter waits for feedback, by { $date }.
   *[other] { $due } reporters wait for feedback, by { $date }.
}
signal-sentence-feedback-strands = { $open ->
    [one] Everybody has an answer. One hand-over, task or case still runs.
   *[other] Everybody has an answer. { $open } hand-overs, tasks or cases still run.
}
signal-sentence-step = Is at { $step }, by { $date }.
signal-sentence-waiting-task = Waits for { $who } until { $date }: { $what }
signal-sentence-waiting-inspection = Waits for the inspection by { $who } until { $date }.
signal-sentence-waiting = Waits for an answer until { $date }.
signal-sentence-late = That was { $days ->
    [one] 1 day
   *[other] { $days } days
} ago.
signal-sentence-closed = Closed on { $date } by { $who }.

# ---- route ----
signal-route = The route of this signal
signal-route-done = Done:
signal-route-now = Now:
signal-route-skipped = Skipped:
signal-route-todo = Not yet:
signal-route-since = here now, since { $date }
signal-route-waiting = waiting since { $date }
signal-route-times = { $times ->
    [2] second time
    [3] third time
    [4] fourth time
   *[other] { $times } times
}
signal-route-not-needed = was not needed

# ---- what we know ----
signal-know = What we know
signal-know-empty = No observation has been written down yet.
signal-add-observation = Add an observation
signal-observation = Observation
signal-observation-by = { $observed }, by { $observer }
signal-observation-first-hand = seen themselves
signal-observation-hearsay = hearsay
signal-observation-written = written down on { $date } by { $who }
signal-read-observation = Read the observation ({ $words ->
    [one] 1 word
   *[other] { $words } words
})
signal-note = Enrichment from { $source }
signal-read-note = Read the note ({ $words ->
    [one] 1 word
   *[other] { $words } words
})
signal-add-note = Add a note
signal-notes = Enrichment
signal-think = What we think
signal-think-empty = There is no assessment yet.
signal-change-assessment = Change the assessment
signal-make-assessment = Make the assessment
signal-form = Form
signal-indicators = Indicators
signal-indicators-none = none ticked
signal-lists = Lists: { $versions }
signal-urgency = Urgency
signal-urgency-normal = ordinary
signal-urgency-high = urgent
signal-minor-label = Minor
signal-about = About
signal-about-unclear = not clear yet
signal-about-person = a person
signal-about-location = a place or company
signal-grades = Source and content
signal-source-grade-unknown = source: can't be said
signal-source-grade-reliable = source: reliable
signal-source-grade-mostly = source: mostly reliable
signal-source-grade-unreliable = source: not reliable
signal-information-grade-unknown = content: can't be said
signal-information-grade-seen = content: seen by the source
signal-information-grade-confirmed = content: heard and confirmed
signal-information-grade-hearsay = content: hearsay
signal-place = Place
signal-confirmed-open = can't be said yet
signal-confirmed-confirmed = confirmed
signal-confirmed-not-confirmed = not confirmed
signal-confirmed-not-for-us = not for us to say
signal-assessed-by = { $date }, by { $who }
signal-read-explanation = Read the explanation ({ $words ->
    [one] 1 word
   *[other] { $words } words
})
signal-earlier-assessments = Earlier assessments ({ $count })
signal-earlier-assessment = { $date }, { $who }: { $forms }
signal-subjects = About whom and what
signal-subjects-empty = No address, company, vehicle or person stands here yet.
signal-add-subject = Add something
signal-subject-address = Address
signal-subject-company = Company
signal-subject-vehicle = Vehicle
signal-subject-phone = Telephone
signal-subject-website = Website or advertisement
signal-subject-person = Person
signal-part-unknown = part not known
signal-part-possible-victim = possible victim
signal-part-suspect = suspect
signal-part-both = possible victim and suspect
signal-part-involved = involved in another way
signal-persons = Persons ({ $count })
signal-subject-why = Stands here because: { $reason }
signal-subject-struck = No longer counts: { $reason }
signal-strike = Strike out
signal-report-list = Reports
signal-report-from = Report of { $who }
signal-report-facts = { $date }, by { $channel }
signal-report-unlinked = Taken out of this signal: { $reason }
signal-unlink = Take out of this signal
signal-report-count = { $count ->
    [one] This signal comes from 1 report.
   *[other] This signal comes from { $count } reports.
}
signal-feedback = Feedback
signal-feedback-receipt = Acknowledgement of receipt
signal-feedback-outcome = Message about the outcome
signal-feedback-due = to be given, by { $date }
signal-feedback-given = given on { $date }, { $way }
signal-feedback-withheld = not given on { $date }: { $reason }
signal-feedback-not-owed = no feedback: { $reason }
signal-read-feedback = Read the message
signal-way-online = in the program, or with the reporter's code
signal-way-mail = by mail
signal-way-phone = by telephone
signal-way-in-person = in a conversation
signal-way-letter = by letter
signal-gate-granted = Yes, on the ground of { $ground }
signal-gate-refused = No

# ---- what now ----
signal-now = What now
signal-now-nothing = You can read this signal. There is nothing for you to do now.
signal-now-closed = This signal is closed. Is there something new? Then it becomes a new signal.
signal-not-yet = Not possible yet. { $reason }
signal-act-gate = Decide on asking sources
signal-act-move-on = On to { $step }
signal-act-move-on-body-why = Then the body decides on { $date }.
signal-act-move-on-none = Move on
signal-act-decide = Take a decision
signal-act-decide-body = Decision of the body
signal-act-decide-why = Choices: { $outcomes }.
signal-act-meeting = To the meeting
signal-act-feedback = Give feedback to { $who }
signal-act-feedback-receipt-why = Acknowledgement of receipt, by { $date }.
signal-act-feedback-outcome-why = Message about the outcome, by { $date }.
signal-act-withhold-short = Or give no feedback, with a reason
signal-act-close = Close this signal
signal-act-close-why = Whether it is confirmed, and what came of it, are two questions.
signal-act-send-back = Send back to the meeting
signal-act-send-back-why = For instance when a hand-over was refused.
signal-act-care = Ask for care
signal-act-care-why = Always possible; does not wait for a decision.
signal-act-acute = Acute danger: to { $partner }
signal-act-acute-why = In immediate danger, call 112 first.
signal-act-hand-over = Offer to partners
signal-act-share = May I share this?
signal-act-share-why = Ask first. Here you also make the pack that leaves the house.
signal-act-owner = Give to somebody else

# ---- not possible ----
signal-late-title = Somebody was first
signal-late-first = The last thing that happened, on { $when }: { $what }
signal-late-now = Your form was not processed. First look at how the signal stands now.
signal-late-kept = What you had written
signal-back = To the signal
signal-blocked-title = This is not possible now
signal-blocked-now = Nothing has changed.

# ---- done ----
done-signal-moved = { $number } is one step further.
done-signal-observed = The observation stands with { $number }.
done-signal-assessed = The assessment of { $number } has been recorded.
done-signal-subject = It stands with { $number }.
done-signal-struck = It has been struck out, and stays visible.
done-signal-unlinked = The report was taken out of this signal. It is a new report again.
done-signal-note = The note stands with { $number }.
done-signal-owner = { $number } belongs to somebody else now.
done-signal-gate = The decision on asking sources has been recorded.
done-signal-decided = The decision on { $number } has been recorded.
done-signal-acute = { $number } was handed over as acute. Call them yourself, too.
done-signal-care = The care coordinator has been asked.
done-signal-handed-over = { $number } has been offered.
done-signal-feedback = The feedback was released and recorded.
done-signal-withheld = It has been recorded that no feedback is given.
done-signal-sent-back = { $number } lies before the body again.
done-signal-closed = { $number } is closed.
done-signal-again = This was processed already. Nothing was done twice.
done-strand-accept = Recorded that it was taken on.
done-strand-refuse = Recorded that it was refused.
done-strand-finish = Recorded. Thank you.
done-strand-withdraw = It has been withdrawn.
done-strand-number = The reference has been recorded.
done-strand-note = Recorded that you read the answer.

signal-reporter-who-resident = a resident
signal-reporter-who-chain-partner = a chain partner
signal-reporter-who-official = an official
signal-reporter-who-enforcement = an enforcement officer
signal-reporter-who-anonymous = an anonymous reporter

signal-way-sent = by mail, sent by Meldroute
signal-who-looked = Who looked at this signal?
