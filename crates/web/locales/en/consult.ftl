# SPDX-FileCopyrightText: 2026 The Meldroute authors
# SPDX-License-Identifier: EUPL-1.2

consult-title = Advice
consult-lead = A question is no report. The contact officer thinks along; you decide yourself whether you report.
consult-ask = Ask advice
consult-ask-lead = The contact officer reads your question and answers here. No report comes of it, unless you choose so yourself.
consult-ask-text = What do you want to talk over?
consult-ask-hint = Leave out names, addresses and number plates. They are not needed for advice.
consult-ask-send = Ask the question
consult-stop = Stop
consult-question = Question
consult-who = From
consult-asked = Asked on
consult-state = State
consult-state-waits = Waits for an answer
consult-state-answered = Answered
consult-state-closed = Closed
consult-open = Open questions
consult-open-none = Nobody waits for an answer.
consult-own = Your questions
consult-own-none = You have not asked anything yet.
consult-own-none-more = Not sure whether to report something? Ask.
consult-back = All questions
consult-show-title = Question for advice
consult-is-closed = This question is closed. If you write something more, it opens again.
consult-say-more = Ask on
consult-say-answer = Your answer
consult-say-answer-hint = Your colleague reads this. Take no names from signals.
consult-say-send = Send
consult-close = Close this question
consult-report = Report it after all?
consult-report-lead = You get the form for reporting with your question in it. You can still change everything, and now fill in who or what it is about.
consult-report-do = Make a report of it
consult-error-text = Write down your question or answer, 10,000 characters at most
done-consult-asked = Your question was asked. You read the answer here.
done-consult-said = Sent.
done-consult-closed = The question is closed.
