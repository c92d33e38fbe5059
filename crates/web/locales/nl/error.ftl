# SPDX-FileCopyrightText: 2026 The Meldroute authors
# SPDX-License-Identifier: EUPL-1.2

error-back = Ga terug
error-reference = Geef dit nummer door als u om hulp vraagt:

error-title-not-found = Deze pagina bestaat niet of is niet voor u
error-text-not-found = Klopt het adres? Vraag anders uw beheerder of u bij deze pagina mag.
error-title-malformed = Dit verzoek kunnen we niet lezen
error-text-malformed = Ga terug, laad de pagina opnieuw en probeer het nog eens.
error-title-forged = Dit formulier is te oud
error-text-forged = Er is niets gewijzigd. Ga terug, laad de pagina opnieuw en stuur het formulier nog eens.
error-title-too-large = Dit is te groot
error-text-too-large = Er is niets gewijzigd. Maak de tekst of de bijlage kleiner en probeer het nog eens. Een melding mag 20.000 tekens en 30 MB aan bestanden hebben.
error-title-full = Het is nu te druk
error-text-full = Er worden nu veel bestanden tegelijk verstuurd. Er is niets gewijzigd. Wacht een halve minuut, ga terug en verstuur het nog eens.
error-title-unavailable = Even geen antwoord
error-text-unavailable = Het lukt nu niet. Probeer het over een minuut nog eens.
error-title-broken = Er gaat iets mis bij ons
error-text-broken = Dit kunnen we nu niet tonen. Vraag uw beheerder om hulp.
error-title-refused = Dat kan nu niet
error-text-refused = Er is niets gewijzigd.
error-title-done-already = Dit is al gedaan
error-text-done-already = Hetzelfde formulier is twee keer verstuurd, of de naam is al in gebruik. Er is niets extra gewijzigd.
error-title-busy = Iemand anders is hier nu mee bezig
error-text-busy = Er is niets gewijzigd. Probeer het over een paar tellen nog eens.

refusal-closed = Het signaal is afgesloten.
refusal-waiting = Het signaal wacht op iets dat nog niet klaar is.
refusal-gate-undecided = Eerst moet hierover worden besloten: ‘{ $gate }’
refusal-no-gate = Hier is geen toestemming nodig.
refusal-not-assessed = Leg eerst een waarneming en een duiding vast.
refusal-body-decides = Hierover besluit het overleg: { $body }.
refusal-decision-needed = Hier is eerst een besluit nodig.
refusal-not-here = Deze uitkomst kan bij deze stap niet.
refusal-nothing-decided = Hiervoor moet eerst een besluit zijn genomen.
refusal-elsewhere = Het signaal is al weg bij de stap { $step }: iemand was u voor.
refusal-condition-not-met = Aan deze voorwaarde moet worden voldaan, met een reden: { $question }
refusal-already-acute = Het signaal is al als acuut overgedragen.
refusal-consent-refused = De persoon wil niet dat de gegevens naar { $who } gaan.
refusal-strand-other-kind = Dit hoort niet bij dit soort opdracht.
refusal-strand-known = Dit is al eerder binnengekomen.
refusal-strand-bad-day = Deze dag kan niet kloppen. Kies een dag die niet in de toekomst ligt en niet voor een eerder antwoord; bij bedenktijd ligt de laatste dag niet voor de eerste.
refusal-care-asked-already = De zorgcoördinator is al gevraagd.
refusal-not-shared = Geen regel van de deelmatrix staat toe dat dit naar { $who } gaat.
refusal-needs-first = Voordat dit naar { $who } gaat, is nodig: { $what }.
refusal-not-at-feedback = Dit kan pas bij de terugkoppeling.
refusal-feedback-due = { $count ->
    [one] Eén melder wacht nog op terugkoppeling.
   *[other] { $count } melders wachten nog op terugkoppeling.
}
refusal-feedback-not-due = Deze terugkoppeling is al gedaan of niet nodig.
refusal-strands-open = { $count ->
    [one] Er loopt nog één actie, overdracht of casus.
   *[other] Er lopen nog { $count } acties, overdrachten of casussen.
}
refusal-strand-ended = Dit is al klaar.
refusal-query-not-now = Deze vraag aan een bron staat niet meer op dit punt. Kijk hoe het er nu mee staat.
refusal-query-own = U stelde deze vraag zelf. Een ander beslist erover.
refusal-query-running = De bron wordt op dit moment bevraagd. Wacht even.
refusal-query-struck = Waar deze vraag over gaat, is doorgehaald. De bron wordt er niet over bevraagd.
refusal-query-changed = De inrichting van de bronnen is veranderd. Deze vraag mag zo niet meer worden gesteld. Trek haar in en schrijf een nieuwe op.
refusal-query-not-connected = Deze bron is niet aangesloten. Vraag het met de hand na, en schrijf een notitie.
refusal-query-other-subject = Deze vraag gaat over iets anders dan het onderwerp dat u koos.
refusal-strand-not-offered = Dit wacht niet op een antwoord.
refusal-strand-not-accepted = De ontvanger heeft nog niet geantwoord.
refusal-missing = Er ontbreekt iets dat nodig is.
refusal-no-way = De inrichting van de route zegt niet hoe het hier verder gaat. Vraag uw beheerder.
refusal-report-in-signal = De melding hoort al bij een signaal.
refusal-report-not-linked = De melding hoort niet bij dit signaal.
refusal-report-set-aside = De melding is al beoordeeld als geen signaal.
refusal-report-no-way-back = De melder kan hier geen berichten lezen of schrijven.
refusal-report-question = De vraag staat niet meer open.
refusal-report-unread = Wij moeten eerst lezen wat er al is geschreven. Probeer het later nog eens.
refusal-link-signal-closed = Het signaal is afgesloten. Maak een nieuw signaal van deze melding.
refusal-link-last-report = Dit is de enige melding van het signaal. Sluit het signaal af.
refusal-no-reason = Schrijf een reden op.
refusal-meeting-not-open = Het overleg is niet begonnen, of al voorbij.
refusal-meeting-begun = Het overleg is al begonnen.
refusal-meeting-not-on-agenda = Het signaal staat niet op de agenda.
refusal-meeting-decided = Hierover is al besloten: iemand was u voor.
refusal-meeting-items-open = { $count ->
    [one] Voor één agendapunt is er nog geen besluit en geen reden voor een volgende keer.
   *[other] Voor { $count } agendapunten is er nog geen besluit en geen reden voor een volgende keer.
}
error-title-long-text = Een tekst is te lang
error-text-long-text = In één veld passen 20.000 tekens. Er is niets bewaard. Ga terug met de knop van uw browser: wat u typte, staat er meestal nog. Maak het korter.
refusal-kept-out = Deze persoon is betrokken bij de zaak en blijft buiten dit signaal.
refusal-still-holds = Deze persoon is eigenaar van het signaal of heeft er nog een actie. Geef dat eerst aan een ander.
refusal-meeting-cancelled = De vergadering is afgezegd.
refusal-meeting-not-cancelled = De vergadering is niet afgezegd.
refusal-meeting-too-few = Er zijn { $present } leden vastgelegd; voor een besluit zijn er { $needed } nodig. Leg vast wie er is.
refusal-meeting-no-seat = Deze persoon zit op die dag niet in het overleg, of kan niet vervangen.
refusal-meeting-not-closed = De vergadering is nog niet gesloten.
refusal-meeting-not-chair = Alleen de voorzitter stelt de besluitenlijst vast.
refusal-meeting-approved = De besluitenlijst is al vastgesteld.
