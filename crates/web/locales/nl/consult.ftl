# SPDX-FileCopyrightText: 2026 The Meldroute authors
# SPDX-License-Identifier: EUPL-1.2

consult-title = Advies
consult-lead = Een vraag is geen melding. De aandachtsfunctionaris denkt mee; u beslist zelf of u meldt.
consult-ask = Vraag advies
consult-ask-lead = De aandachtsfunctionaris leest uw vraag en antwoordt hier. Er komt geen melding van, tenzij u dat zelf kiest.
consult-ask-text = Wat wilt u overleggen?
consult-ask-hint = Laat namen, adressen en kentekens weg. Voor advies zijn die niet nodig.
consult-ask-send = Stel de vraag
consult-stop = Stop
consult-question = Vraag
consult-who = Van
consult-asked = Gesteld op
consult-state = Stand
consult-state-waits = Wacht op antwoord
consult-state-answered = Beantwoord
consult-state-closed = Gesloten
consult-open = Open vragen
consult-open-none = Niemand wacht op antwoord.
consult-own = Uw vragen
consult-own-none = U stelde nog geen vraag.
consult-own-none-more = Twijfelt u of u iets moet melden? Vraag het.
consult-back = Alle vragen
consult-show-title = Vraag om advies
consult-is-closed = Deze vraag is gesloten. Schrijft u nog iets, dan gaat zij weer open.
consult-say-more = Vraag verder
consult-say-answer = Uw antwoord
consult-say-answer-hint = Uw collega leest dit. Neem geen namen over uit signalen.
consult-say-send = Verstuur
consult-close = Sluit deze vraag
consult-report = Toch melden?
consult-report-lead = U krijgt het meldformulier met uw vraag erin. U kunt alles nog aanpassen, en vult nu wel in om wie of wat het gaat.
consult-report-do = Maak hier een melding van
consult-error-text = Schrijf uw vraag of antwoord op, in hooguit 10.000 tekens
done-consult-asked = Uw vraag is gesteld. U leest het antwoord hier.
done-consult-said = Verstuurd.
done-consult-closed = De vraag is gesloten.
