# SPDX-FileCopyrightText: 2026 The Meldroute authors
# SPDX-License-Identifier: EUPL-1.2

today-title = Vandaag
today-nothing-now = Niets vraagt nu uw aandacht.
today-attention = { $count ->
    [one] Eén ding vraagt nu uw aandacht.
   *[other] { $count } dingen vragen nu uw aandacht.
}
today-attention-many = Meer dan { $count } dingen vragen nu uw aandacht.
today-news = Voor u
today-news-question = Er is een vraag over uw melding { $reference }.
today-news-message = Er is een bericht over uw melding { $reference }.
today-news-advice = Er is een antwoord op uw adviesvraag.
today-tabs = Welke lijst
today-tab-mine = Van mij
today-tab-due = Nu te doen
today-tab-waiting = Wacht op een ander
today-tab-new = Nieuw binnen
today-caption-mine = Wat van u is, het eerste bovenaan
today-caption-due = Wat vandaag of eerder klaar moet zijn
today-caption-waiting = Wat bij een ander ligt en waar u op let
today-caption-new = Meldingen die nog niemand heeft bekeken
today-column-when = Voor
today-column-about = Signaal of melding
today-column-what = Wat er moet gebeuren
today-column-do = Doen
today-acute = Acuut
today-late = { $days ->
    [one] 1 dag te laat
   *[other] { $days } dagen te laat
}
today-due-today = Vandaag
today-due-tomorrow = Morgen
today-due-in = Over { $days } dagen
today-waits = { $days ->
    [0] sinds vandaag
    [one] wacht 1 dag
   *[other] wacht { $days } dagen
}
today-duty-triage = Nog niemand heeft de melding bekeken. Zeg wat ermee gebeurt.
today-duty-step-register = Schrijf op wat we weten: waarneming, duiding, plaats.
today-duty-step-enrich = Verrijk het signaal uit de bronnen.
today-duty-step-body = Klaar voor: { $step }.
today-duty-step-decide = Er moet een besluit komen: { $step }.
today-duty-step-feedback = Koppel terug en sluit het signaal.
today-duty-step-other = Breng het signaal verder: { $step }.
today-duty-gate = Beslis of de volgende stap mag.
today-duty-query-decision = Beslis of een bron bevraagd mag worden.
today-duty-query = Bevraag de bron. Het mag.
today-duty-agenda = Ligt voor in uw overleg. Lees het van tevoren.
today-duty-waiting = Wacht op een actie of controle. Let erop dat het gebeurt.
today-duty-task = U heeft een actie. Voer die uit en leg de uitkomst vast.
today-duty-hand-over-own = Aan uw organisatie overgedragen. Geef antwoord of meld wat eruit kwam.
today-duty-hand-over = De ontvanger is aan zet. Vraag na als het stil blijft.
today-duty-care-own = Er is zorg gevraagd. Geef antwoord of meld hoe het staat.
today-duty-care = De zorgcoördinator is aan zet.
today-duty-feedback = Een melder wacht op bericht.
today-duty-question = De gemeente vraagt uw organisatie iets. Geef antwoord.
today-question-title = Vraag van de gemeente
today-do-question = Geef antwoord
today-duty-reply = Er is een antwoord of aanvulling. Lees het bericht.
today-duty-advice = Een collega vraagt om advies.
today-do-triage = Bekijk de melding
today-do-step = Ga verder
today-do-gate = Beslis
today-do-query-decision = Beslis
today-do-query = Ga verder
today-do-agenda = Lees het signaal
today-do-waiting = Bekijk
today-do-task = Open de actie
today-do-hand-over = Open de overdracht
today-do-care = Open de zorgvraag
today-do-feedback = Koppel terug
today-do-reply = Lees het bericht
today-do-advice = Geef antwoord
today-empty-mine = Niets te doen.
today-empty-more-mine = Alles wat van u is, is gedaan of ligt bij een ander.
today-empty-due = Niets voor vandaag.
today-empty-more-due = Er is ook niets te laat.
today-empty-waiting = Niets.
today-empty-more-waiting = Alles wat u heeft uitgezet, is terug.
today-empty-new = Niets nieuws.
today-empty-more-new = Elke melding heeft een bestemming.
today-paging = Bladeren
today-next = Volgende 50
today-first = Naar het begin
today-side = Wat eraan komt
today-meeting = Volgend overleg
today-meetings = Volgende overleggen
today-meeting-items = { $count ->
    [0] nog niets op de agenda
    [one] 1 signaal op de agenda
   *[other] { $count } signalen op de agenda
}
today-new = Nieuw binnen
today-new-all = Alle nieuwe meldingen
today-feedback = Terugkoppeling open
today-left-behind = Van wie er niet meer is
today-left-behind-why = Deze signalen zijn van iemand wiens account is gesloten. Geef ze een nieuwe eigenaar.
today-doors = Uw pagina’s
today-doors-none = U heeft hier nu geen taken. Klopt dat niet? Vraag de beheerder naar uw rol.
today-figures-only = U ziet hier alleen cijfers, nooit meldingen of signalen van mensen.
today-no-content = U beheert mensen en instellingen. Meldingen en signalen ziet u niet.
today-mailbox-stuck = In de postbus { $name } staan sinds { $since } berichten die niet kunnen worden opgeslagen. Zeg het tegen de beheerder.
today-outbox-stuck = Mail gaat niet weg sinds { $since }. Wachtende mails: { $count }. Zeg het tegen de beheerder.
today-mailbox-silent = De postbus { $name } is sinds { $since } niet gelezen. Er kunnen nieuwe meldingen in staan. Zeg het tegen de beheerder.

today-duty-undelivered = Bericht misschien niet aangekomen. Geef het op een andere manier, of leg vast waarom niet.
today-do-undelivered = Handel af
today-duty-inspect = Bestanden bij een melding nakijken.
today-do-inspect = Kijk na
today-duty-quarantine = Een bericht kon niet worden gelezen. Bekijk het en zeg wat ermee is gebeurd.
today-do-quarantine = Bekijk het bericht
today-duty-glass-review = Iemand opende dit signaal met noodtoegang. Beoordeel of dat terecht was.
today-do-glass-review = Beoordeel
today-duty-approve-disposal = Zeg of dit weg mag. Daarna kijkt de archivaris.
today-do-approve-disposal = Bekijk de lijst
today-duty-authorise-disposal = De coördinator keurde goed dat dit weg mag. Geef het vrij, of geef het terug.
today-do-authorise-disposal = Bekijk de lijst
today-duty-claim = Beantwoord een verzoek van een betrokkene binnen de termijn.
today-do-claim = Open het verzoek
today-duty-ask-back = Vraag de afdeling wat u terug wilde horen, en leg het antwoord vast.
today-do-ask-back = Open het signaal
today-duty-read-answer = Een ontvanger heeft geantwoord. Lees het antwoord.
today-do-read-answer = Open het signaal
