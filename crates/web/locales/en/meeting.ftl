# SPDX-FileCopyrightText: 2026 The Meldroute authors
# SPDX-License-Identifier: EUPL-1.2

# ---- list ----
meetings-title = Meetings
meetings-next = Next sitting: { $date }
meetings-none-planned = No sitting has been planned yet.
meetings-plan-on = Day
meetings-plan-other = Plan a sitting
meetings-planned = Planned
meetings-held = Held
meetings-state-planned = planned
meetings-state-open = under way
meetings-state-closed = held
meetings-items = { $count ->
    [0] no signals
    [one] 1 signal
   *[other] { $count } signals
}
meetings-internal = For the municipality's own people only; others come as guests.
meetings-empty = You do not sit in any body.
meetings-empty-more = Were you invited as a guest? Then open the link in your work list.
meetings-guest = Where you are a guest
meetings-rhythm-as-planned = Only when somebody plans it.
done-meeting-planned = The sitting has been planned, with what was ready.
meetings-exists = There is a sitting on this day already.
meetings-bad-date = Give a day, today or later, and at most a year ahead.

# ---- agenda ----
agenda-title = Agenda
agenda-start = Start the meeting
agenda-continue = Go on with the meeting
agenda-print = List for printing
agenda-fill = Put everything that is ready on the agenda
agenda-up = Up
agenda-remove = Take off
agenda-empty = The agenda is empty.
agenda-empty-more = Put on it what is ready, or wait until a signal is.
agenda-hidden = { $count ->
    [one] 1 signal on the agenda is not for you.
   *[other] { $count } signals on the agenda are not for you.
}
agenda-hidden-item = Not for you
agenda-ready = Ready for the agenda
agenda-ready-none = Everything that is ready stands on the agenda.
agenda-first-time = Discussed for the first time
agenda-again = { $times ->
    [2] Discussed for the second time
    [3] Discussed for the third time
   *[other] Discussed { $times } times
}
agenda-decided = Decided: { $outcome }
agenda-held-over = Held over: { $reason }
agenda-invite = Invite a guest
agenda-close = Close the sitting
agenda-close-blocked = { $count ->
    [one] One signal has no decision yet.
   *[other] { $count } signals have no decision yet.
}
agenda-seats = Who sits in it
agenda-read-only = You can read the agenda. The chair leads the sitting.
agenda-begun = Begun at { $time }
agenda-over = Held from { $from } to { $to }
agenda-decisions = List of decisions
agenda-back = To the agenda

done-agenda-filled = The agenda is up to date.
done-agenda-removed = Taken off the agenda.
done-agenda-moved = The order has changed.
done-agenda-invited = The guest was invited and sees this signal only.
done-agenda-closed = The sitting is closed.
done-agenda-held-over = Held over to a next time.

agenda-guest = Guest: { $name }
agenda-beside = With this meeting
done-agenda-started = The sitting has begun.

# ---- invite ----
invite-title = Invite a guest
invite-intro = The guest sees this signal only, until the end of { $date }. The invitation is recorded.
invite-guest = Who?
invite-guest-none = Nobody has the role of guest. An administrator can add one.
invite-signal = For which signal?
invite-reason = Why is this guest needed?
invite-submit = Invite

# ---- printable ----
print-agenda-title = Agenda of { $body }
print-decisions-title = Decisions of { $body }
print-confidential = Confidential
print-only-numbers = This list names numbers only, no content.
print-number = Number
print-outcome = Decision
print-open = not discussed yet
print-held-over = held over
print-hidden = not for you

# ---- meeting mode ----
decide-progress = { $at } of { $total }
decide-progress-label = Signals discussed
decide-keys = Keys
decide-skip = Skip
decide-stop = Stop
decide-know = What we know
decide-think = What we think
decide-last-time = Last time
decide-last-time-quote = { $outcome }: “{ $reason }”
decide-new = Since last time
decide-new-none = Nothing has come in since last time.
decide-new-observation = New observation
decide-new-assessment = New assessment
decide-new-note = New note from { $source }
decide-new-strand = { $kind }: { $state }
decide-whole-signal = The whole signal
decide-decision = Decision
decide-reason = Reason, in one line
decide-submit = Record decision and go on
decide-submit-last = Record decision
decide-hold-over = Hold over to a next time
decide-hold-over-reason = Why hold it over?
decide-hold-over-submit = Hold over
decide-key-help = { $keys } chooses, Esc leaves a field, n skips.
decide-not-open = The sitting has not begun. Decisions are possible after that.
decide-over = The sitting is closed.
decide-read-only = You are reading along. Who leads the sitting records the decision.
decide-was-decided-by = Recorded by { $who }.
decide-elsewhere = This signal no longer lies before this body. Take it off the agenda.
decide-next = Next

meeting-decided-first = { $who } was first and has recorded a decision. Yours was not processed.

# ---- calendar ----
meetings-state-cancelled = cancelled
meetings-proposed = Dates by the rhythm
meetings-propose = Plan
meetings-instead = Because { $date } is { $holiday }.
meetings-skip = To skip one: plan the meeting and cancel it, so that the reason is on record.
holiday-new-years-day = New Year's Day
holiday-easter-monday = Easter Monday
holiday-kings-day = King's Day
holiday-liberation-day = Liberation Day
holiday-ascension-day = Ascension Day
holiday-whit-monday = Whit Monday
holiday-christmas-day = Christmas Day
holiday-boxing-day = Boxing Day
agenda-day = Move or cancel
agenda-cancelled = Cancelled: { $reason }
agenda-reinstate = Hold the meeting after all
day-title = Move or cancel
day-intro = { $body }, { $date }.
day-move = Move to another day
day-move-more = The agenda moves along. Guests can then read on the new day.
day-on = New day
day-move-reason = Why move it?
day-move-submit = Move the meeting
day-cancel = Cancel
day-cancel-more = The signals are ready again for a next meeting. Guests see nothing any more.
day-cancel-reason = Why is it not held?
day-cancel-submit = Cancel the meeting
day-begun = This is possible only before the meeting begins.
done-meeting-moved = The meeting was moved.
done-meeting-cancelled = The meeting was cancelled. The signals are ready again.
done-meeting-reinstated = The meeting is held after all. Make the agenda anew.

# ---- table ----
agenda-present = Present
agenda-table = Who is there?
table-title = Who is there?
table-quorum = Decisions need { $count } or more members.
table-present = Members on this day
table-member = Member for the municipality
table-submit = Record who is there
table-substitutes = Somebody stands in for a member
table-substitutes-more = The substitute is a member up to and including this day, and reads what the member would read. A partner sends another member itself.
table-instead = Who is not there?
table-person = Who comes instead?
table-substitute = { $who } comes instead of { $instead }.
table-substitute-submit = Name the substitute
done-meeting-attended = Recorded who is there.
done-meeting-substituted = The substitute was named.

# ---- conflict of interest ----
agenda-aside = Is somebody concerned in a signal?
aside-title = Somebody is concerned
aside-intro = Whoever is concerned in a matter leaves this item. From now on that person sees nothing of the signal: not in lists, not when searching, not on paper.
aside-signal = Which signal?
aside-person = Who?
aside-reason = In what way concerned?
aside-reason-hint = In short. For example: family of the owner.
aside-submit = Keep this person out of the signal
aside-out = Who stays out
aside-in = Let in again
aside-in-reason = Why is it possible again?
aside-in-submit = Let in again
done-meeting-recused = This person sees nothing of the signal any more.
done-meeting-readmitted = This person may read the signal again.

# ---- why it stands on the agenda, and how long it took ----
agenda-cause-new = new
agenda-cause-came-back = back
agenda-cause-overdue = open too long
agenda-cause-restricted = use restricted
agenda-minutes = { $count ->
    [0] less than a minute
    [one] 1 minute
   *[other] { $count } minutes
}
agenda-approve = Approve the decision list
done-agenda-approved = The decision list was approved.

# ---- decision list ----
print-approved = Approved by { $who }, { $date }.
print-draft = Draft. The chair has not approved this list yet.
print-spent = Time
print-others = At this item
print-out = { $count ->
    [one] 1 member was not there
   *[other] { $count } members were not there
}
print-present = Who was there
print-was-present = present
print-was-absent = absent
print-was-replaced = replaced by { $name }
print-tasks = Who does what
print-task = What
print-who = Who
print-by = By

# ---- two people, and a line that drops ----
stand-decided = { $who } recorded a decision on this signal already. Skip it or reload the screen.
decide-item-clock = on this signal
decide-say-restored = You typed this before. It has not been recorded yet.
decide-say-unsent = There is no connection. Your decision is kept and goes on when there is one again.

# ---- partners at the table ----
agenda-brought = What the municipality may tell you of this
decide-partners = What partners at the table know of this
decide-partners-said = What partners say
partners-title = What partners know of { $number }
partners-intro = Each partner gets only what the sharing rules allow, and only what is needed. Whoever sits at the table for the partner and is recorded as present reads it as long as the meeting lasts. Not after that.
partners-items = What does this partner get?
partners-release = Release to { $who }
partners-nothing = There is nothing that this partner may know.
partners-stays = This stays here
partners-read = Read what this partner gets
partners-said = Answer:
partners-write = Write down the answer of this partner
partners-back = To the decision
done-brought = Released for this meeting.
brought-title = About { $number }
brought-intro = You may know this as long as the meeting of { $date } lasts and you are recorded as present. Take nothing along without asking.
brought-before = You said before:
brought-said = What do you say to this?
brought-say-knows = We know this
brought-say-knows-not = We do not know this
brought-say-adds = We add something
brought-say-takes-up = We take this up
brought-say-refuses = We do not take part
brought-said-knows = Knows this.
brought-said-knows-not = Does not know this.
brought-said-adds = Adds:
brought-said-takes-up = Takes this up.
brought-said-refuses = Does not take part:
brought-words = Explanation
brought-words-hint = What you add, your own number if you take it up, or why you do not take part.
brought-conditions = Under which conditions may the municipality use this?
brought-conditions-hint = Without your permission, what you add goes nowhere.
brought-regime = Under which law does what you add fall?
brought-submit = Record the answer
done-brought-replied = The answer was recorded.
done-brought-incomplete = The answer was not recorded: choose an answer, and write what you add or why you do not take part.
