# SPDX-FileCopyrightText: 2026 The Meldroute authors
# SPDX-License-Identifier: EUPL-1.2

own-reports-title = Eigen meldingen
own-reports-lead = Zo staat het met wat u heeft gemeld. Wat er precies gebeurt, mogen wij hier niet laten zien.
own-reports-lead-partner = Zo staat het met de meldingen van uw organisatie. Wat er precies gebeurt, mogen wij hier niet laten zien.
own-reports-reference = Kenmerk
own-reports-received = Ontvangen
own-reports-state = Stand
own-reports-state-new = Ontvangen. Wij bekijken de melding.
own-reports-state-signal = In behandeling. U hoort van ons.
own-reports-state-aside = Bekeken. Het meldpunt neemt de melding niet verder in behandeling.
own-reports-news-question = Vraag aan u
own-reports-news-message = Nieuw bericht
own-reports-empty = Nog geen meldingen.
own-reports-empty-more = Meldt u iets, dan ziet u hier hoe het ermee staat.

own-report-title = Melding { $reference }
own-report-back = Alle eigen meldingen
own-report-feedback = Wat u van ons hoorde
own-report-feedback-none = Nog niets. U hoort later wat wij met uw melding hebben gedaan.
own-report-told = Op { $date }
own-report-question = Wij vragen u iets
own-report-asked = Gevraagd op { $date }
own-report-answered = U antwoordde op { $date }. Dank u wel.
own-report-answer = Uw antwoord
own-report-answer-send = Verstuur het antwoord
own-report-add = Weet u nog iets?
own-report-add-text = Wat wilt u toevoegen?
own-report-add-hint = Is er direct gevaar? Bel 112.
own-report-add-send = Voeg toe
own-report-added = U voegde iets toe op { $date }.
own-report-error-text = Schrijf iets op, in hooguit 10.000 tekens
done-own-added = Toegevoegd. Het meldpunt leest het.
done-own-answered = Uw antwoord is verstuurd.
own-report-sent = Wat u meldde
own-report-read = Lees uw melding ({ $words ->
    [one] 1 woord
   *[other] { $words } woorden
})
own-report-files = { $count ->
    [one] U stuurde 1 bestand mee.
   *[other] U stuurde { $count } bestanden mee.
}
done-own-report = Verstuurd. Uw kenmerk is { $number }. Bewaar het.

own-form-begin = Doe een melding
own-form-title = Doe een melding
own-form-danger = Direct gevaar?
own-form-call = Bel 112
own-form-lead = Vijf vragen. Alleen de eerste is nodig; de rest mag leeg blijven. U hoeft niets zeker te weten.
own-form-lead-partner = Vijf vragen over wat uw organisatie ziet. Alleen de eerste is nodig. Geef niet meer over mensen door dan nodig is en mag.
own-form-optional = mag leeg
own-form-first = Spoed
own-form-1 = 1. Wat?
own-form-what = Wat ziet of hoort u?
own-form-what-hint = Schrijf op wat er gebeurt. Wat u ervan denkt, komt bij vraag 5.
own-form-first-hand = Zag of hoorde u het zelf?
own-form-first-hand-yes = Ja
own-form-first-hand-no = Nee, van iemand anders
own-form-photos = Foto’s
own-form-photos-hint = Alleen als het veilig is en mag. Foto’s of PDF, hooguit { $count }, samen 30 MB.
own-form-2 = 2. Waar?
own-form-place = Adres of omschrijving
own-form-place-hint = Bijvoorbeeld: Havenstraat 12, de loods achter de winkel.
own-form-find-place = Gebruik mijn plaats
own-form-point-open = Of geef een punt op de kaart
own-form-point = Punt op de kaart
own-form-point-hint = Plak een punt uit uw kaart-app, zoals 52.35012, 4.62034. Klopt het niet? Maak het veld leeg.
own-form-point-only = Punt: { $point }
own-form-place-and-point = { $place } (punt: { $point })
own-form-area = Gemeente
own-form-3 = 3. Wanneer?
own-form-observed = Wanneer ziet u het?
own-form-observed-hint = Bijvoorbeeld: nu, gisteravond om tien uur, al een paar weken.
own-form-4 = 4. Wie of wat?
own-form-involved = Wie of wat is erbij betrokken?
own-form-involved-hint = Mensen, bedrijven, auto’s, telefoonnummers, websites. Alleen wat u weet.
own-form-5 = 5. Waarom?
own-form-worry = Wat maakt u bezorgd?
own-form-worry-hint = Wat u ervan denkt. Het hoeft niet zeker te zijn.
own-form-help = Hulp bij het verwoorden: waar let u op?
own-form-help-hint = Kruis aan wat u zag of hoorde. Het gaat als tekst mee. Eén punt bewijst niets, en er wordt niets opgeteld.
own-form-ticked = Aangekruist als hulp bij het verwoorden:
own-form-urgency = Hoe dringend is het?
own-form-urgency-danger = Direct gevaar
own-form-urgency-danger-more = Bel eerst 112. Vul dit daarna in.
own-form-urgency-soon = Snel: vandaag of morgen
own-form-urgency-can-wait = Het kan wachten tot iemand het leest
own-form-urgent-danger = Direct gevaar
own-form-urgent-soon = Snel
own-form-you = Over u
own-form-you-lead = U meldt als { $name }. Het meldpunt bewaart uw naam apart van de melding.
own-form-partner = Voor welke organisatie meldt u?
own-form-contact = Waar bereiken wij u het best?
own-form-contact-hint = Bijvoorbeeld een telefoonnummer. Laat leeg als wij u hier een vraag kunnen stellen.
own-form-send = Verstuur de melding
own-form-drop = Wis dit formulier
own-form-none = Uw gemeente heeft voor uw rol geen formulier. Bel of mail het meldpunt. Is er direct gevaar? Bel 112.
own-form-after-state = Bekijk hoe het ermee staat
own-form-after-again = Doe nog een melding
own-form-error-what = Schrijf op wat u ziet of hoort
own-form-error-partner = Kies voor welke organisatie u meldt
own-form-error-area = Kies een gemeente uit de lijst
own-form-error-point = Schrijf het punt als 52.35012, 4.62034, of maak het veld leeg
own-form-say-kept = Bewaard op dit toestel. Nog niet verstuurd.
own-form-say-restored = Uw tekst van eerder is teruggezet. Nog niet verstuurd.
own-form-say-not-kept = Dit toestel kan uw tekst niet bewaren. Verstuur voordat u deze pagina sluit.
own-form-say-sending = Bezig met versturen …
own-form-say-unsent = Nog niet verstuurd. We proberen het opnieuw.
own-form-say-log-in = Nog niet verstuurd. Uw melding staat nog op dit toestel. Log opnieuw in en open dit formulier.
own-form-say-too-large = Niet verstuurd: de foto’s zijn samen te groot. Kies er minder.
own-form-say-sent = Verstuurd:
own-form-say-no-place = Uw toestel geeft geen plaats. Schrijf het adres op.
