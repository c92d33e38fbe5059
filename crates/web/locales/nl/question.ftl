# SPDX-FileCopyrightText: 2026 The Meldroute authors
# SPDX-License-Identifier: EUPL-1.2

question-title = Vraag van de gemeente { $municipality }
question-lead = De gemeente { $municipality } vraagt u iets. U hoeft niet in te loggen.
question-question = De vraag
question-answer = Uw antwoord
question-answer-hint = Schrijf alleen wat u weet. Zet uw naam er niet bij als u dat niet wilt.
question-once = U kunt één keer antwoorden. Daarna werkt deze link niet meer.
question-submit = Verstuur het antwoord
question-missing = Schrijf uw antwoord op
question-too-long = De tekst is te lang: er passen 10.000 tekens in.
question-closed-title = Deze link werkt niet (meer)
question-closed = De link is gebruikt, verlopen of niet volledig. Wilt u nog iets zeggen? Bel dan de gemeente.
question-thanks-title = Dank u wel
question-thanks = Uw antwoord is bij de gemeente. U kunt deze pagina sluiten.
question-danger = Is er direct gevaar? Bel 112.
question-back = Terug naar Vandaag
question-lead-partner = De gemeente { $municipality } vraagt uw organisatie iets. U ziet hier alleen de vraag. U kunt één keer antwoorden.
question-answer-hint-partner = Schrijf alleen wat u weet en mag geven.
question-answered = Uw organisatie antwoordde op { $date }. Dank u wel.
