# SPDX-FileCopyrightText: 2026 The Meldroute authors
# SPDX-License-Identifier: EUPL-1.2

question-title = Question of the municipality of { $municipality }
question-lead = The municipality of { $municipality } asks you something. You don’t have to log in.
question-question = The question
question-answer = Your answer
question-answer-hint = Write only what you know. Leave your name out if you prefer that.
question-once = You can answer once. After that this link no longer works.
question-submit = Send the answer
question-missing = Write your answer
question-too-long = The text is too long: it can hold 10,000 characters.
question-closed-title = This link does not work (any more)
question-closed = The link was used, has expired or is not complete. Do you want to say something? Then call the municipality.
question-thanks-title = Thank you
question-thanks = The municipality has your answer. You can close this page.
question-danger = Is there immediate danger? Call 112.
question-back = Back to Today
question-lead-partner = The municipality of { $municipality } asks your organisation something. You see only the question here. You can answer once.
question-answer-hint-partner = Write only what you know and may give.
question-answered = Your organisation answered on { $date }. Thank you.
