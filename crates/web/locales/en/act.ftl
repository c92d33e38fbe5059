# SPDX-FileCopyrightText: 2026 The Meldroute authors
# SPDX-License-Identifier: EUPL-1.2

act-stop = Stop without recording
act-optional = may be empty
act-choose = Choose
act-missing = Fill this in.
act-too-long = Make this shorter: it can hold 20,000 characters.
act-missing-choice = Choose an answer.
act-bad-date = Give a day, today or later, and at most a year ahead.
act-unknown-choice = Choose something from the list.

act-gate-title = May sources be asked?
act-gate-granted = Decision
act-gate-yes = Yes, asking is allowed
act-gate-yes-hint = Only the sources that are needed for this.
act-gate-no = No
act-gate-no-hint = The signal then goes to { $step }.
act-gate-ground = On which ground?
act-gate-ground-hint = Name the act and the article. With ‘no’ this may stay empty.
act-gate-reason = Why?
act-gate-submit = Record the decision

act-observe-title = Add an observation
act-observe-intro = Write down what was seen or heard. What we think of it belongs to the assessment.
act-observe-text = What was seen or heard?
act-observe-observed = When?
act-observe-observed-hint = In the words of who saw it. Such as ‘Saturday evening around ten’.
act-observe-observer = Who saw it?
act-observe-observer-hint = A role, such as ‘enforcement officer’. Never the reporter's name.
act-observe-first-hand = How do they know?
act-observe-first-hand-yes = Saw it themselves
act-observe-first-hand-no = Heard it from somebody else
act-observe-report = From which report?
act-observe-report-none = Not from a report
act-observe-submit = Add the observation

act-assess-title = Assessment
act-assess-intro = What do we think it is, and why? Earlier assessments stay.
act-assess-forms = Which form of exploitation?
act-assess-form-outside-focus = Outside the plan, but it can be recorded.
act-assess-indicators = Indicators of { $form }
act-assess-indicators-hint = List { $version }. One indicator proves nothing, and none rules anything out. They are not added up.
act-assess-indicators-source = Source of the list: { $source }
act-assess-indicators-closed = Show the indicators of { $form } ({ $count })
act-assess-urgency = How quickly must this move?
act-assess-urgency-normal = Ordinary
act-assess-urgency-high = Urgent
act-assess-minor = Is a minor involved?
act-assess-minor-yes = Yes
act-assess-minor-hint = Then Veilig Thuis is always considered. Coercion need not be shown. Never contact the parents on your own initiative.
act-assess-minor-no = No
act-assess-minor-unknown = Not known
act-assess-about = What is it about?
act-assess-about-unclear = Not clear yet
act-assess-about-person = A person
act-assess-about-location = A place or company
act-assess-source-grade = How reliable is the source?
act-assess-source-grade-unknown = Can't be said
act-assess-source-grade-reliable = Reliable
act-assess-source-grade-mostly = Mostly reliable
act-assess-source-grade-unreliable = Not reliable
act-assess-information-grade = How certain is the content?
act-assess-information-grade-unknown = Can't be said
act-assess-information-grade-seen = Seen by the source
act-assess-information-grade-confirmed = Heard and confirmed
act-assess-information-grade-hearsay = Hearsay
act-assess-place = Where?
act-assess-explanation = What do we think, and why?
act-assess-weighing = How do we weigh it?
act-assess-submit = Record the assessment

act-subject-title = About whom or what is it?
act-subject-intro = Write down only what is needed. A person only where it can't be done without.
act-subject-kind = What is it?
act-subject-value = Address, name, plate, number or website
act-subject-part = Part, for a person
act-subject-reason = Why does it stand here?
act-subject-submit = Add
act-strike-title = Strike out
act-strike-intro = ‘{ $value }’ no longer counts then, but stays visible.
act-strike-reason = Why is this not right?
act-strike-submit = Strike out
act-unlink-title = Take a report out of this signal
act-unlink-intro = The report from { $who } is a new report again then. What the reporter must still hear goes with it.
act-unlink-reason = Why does the report not belong here?
act-unlink-submit = Take the report out

act-note-title = Note of enrichment
act-note-source = Which source?
act-note-source-hint = Such as ‘BAG’ or ‘permits’.
act-note-text = What was found?
act-note-text-hint = That nothing was found is worth writing down, too.
act-note-submit = Add the note

act-owner-title = Give this signal to somebody else
act-owner-intro = It now belongs to { $owner }. Who has a signal sees to it that it moves.
act-owner-owner = To whom?
act-owner-submit = Give the signal

act-decide-title = Take a decision
act-decide-outcome = Decision
act-decide-reason = Reason, in one line
act-decide-submit = Record the decision
act-decide-fields = With ‘{ $outcome }’
act-decide-task = What do we find out?
act-decide-who = Who?
act-decide-by = By
act-decide-power = On which power does it rest?
act-decide-power-hint = No power, no inspection. Name the act or by-law.
act-decide-purpose = What is the inspection's own purpose?
act-decide-departments = To which department?
act-decide-department-what = What do we ask of them?
act-decide-partners = To whom?
act-decide-partners-hint = More than one is possible. Each hand-over runs on its own.
act-decide-partner-what = What do we hand over?
act-decide-partner-what-hint = No more than needed.
act-decide-partner-ground = On which ground?
act-decide-care-what = What must the care coordinator know to begin?
act-decide-field = Which kind of intervention?
act-decide-intervention-what = What are we going to do?
act-decide-case-partner = Who leads the case?
act-decide-case-what = What is the case about?
act-decide-condition-why = Why?
act-decide-condition-yes = Yes
act-decide-condition-no = No
act-decide-condition-not-met = Then the signal can't go there. Choose another decision.
act-decide-condition-must = This must hold, or the signal can't go to { $body }.
act-decide-hint-more-information = Somebody finds something out; the signal comes back
act-decide-hint-inspection = Concrete enough for a visit
act-decide-hint-other-department = A department takes it over
act-decide-hint-escalate = Strong enough, and of interest to several parties
act-decide-hint-hand-over = To one or more partners at once
act-decide-hint-care = The care coordinator gets in touch
act-decide-hint-intervention = A measure
act-decide-hint-case = Together with partners
act-decide-hint-not-confirmed = No indication of human trafficking
act-decide-hint-closed-other-help = Other help was found
act-decide-hint-outside-our-task = Referred
act-decide-hint-no-legal-ground = We may not go on

act-acute-title = Acute danger
act-acute-intro = In immediate danger, call 112 first. With this you hand the signal over to { $partner } at once. The hand-over is recorded, and everybody sees that it is acute.
act-acute-reason = What is the danger?
act-acute-reason-hint = This goes to { $partner }.
act-acute-submit = Hand over to { $partner }

act-care-title = Ask for care
act-care-intro = Care does not wait for a decision. The request goes to the care coordinator at { $partner }, and stands apart from the rest of the signal.
act-care-what = What must the care coordinator know to begin?
act-care-submit = Ask for care

act-hand-over-title = Offer to partners
act-hand-over-intro = Each partner gets only what you write here, and answers separately.
act-hand-over-submit = Offer

act-feedback-title = Feedback
act-feedback-intro-receipt = Acknowledgement of receipt to { $who }.
act-feedback-intro-outcome = Message about the outcome to { $who }.
act-feedback-by-hand = The program sends nothing. You send or tell this yourself, and record here what you said.
act-feedback-safe = First look in the report how the reporter can be reached safely.
act-feedback-text = The text
act-feedback-text-hint = Read it and change it where needed. No names, no address, no suspicion.
act-feedback-way = How do you pass it on?
act-feedback-submit = Release and record
act-feedback-english = English text

act-withhold-title = No feedback
act-withhold-intro = { $who } then hears nothing. The reason stays with the signal.
act-withhold-reason = Why not?
act-withhold-submit = Give no feedback

act-back-title = Send back
act-back-intro = The signal goes back to { $step }, and can be discussed again there.
act-back-reason = Why?
act-back-submit = Send back

act-close-title = Close this signal
act-close-intro = After that nothing changes in this signal any more. If there is something new, it becomes a new signal.
act-close-confirmation = Is the suspicion confirmed?
act-close-confirmation-confirmed = Confirmed
act-close-confirmation-not-confirmed = Not confirmed
act-close-not-confirmed-hint = That is something else than ‘nothing done’.
act-close-confirmation-not-for-us = Not for us to say
act-close-result = What came of it?
act-close-result-hint = In one or two sentences, without names.
act-close-submit = Close the signal

