# SPDX-FileCopyrightText: 2026 The Meldroute authors
# SPDX-License-Identifier: EUPL-1.2

# Inbox
report-title = Meldingen
report-list = Lijst van meldingen
report-filter = Welke meldingen
report-filter-new = Te doen
report-filter-registered = In een signaal
report-filter-set-aside = Geen signaal
report-quarantine = Onleesbare berichten
report-back-to-list = Terug naar de lijst
report-choose = Kies een melding uit de lijst.
report-empty-new = Niets te doen.
report-empty-new-more = Elke melding heeft een bestemming.
report-empty-registered = Nog geen signalen.
report-empty-registered-more = Hier staan meldingen die deel zijn van een signaal.
report-empty-set-aside = Geen.
report-empty-set-aside-more = Hier staan meldingen die geen signaal zijn.
report-paging = Bladeren
report-next = Volgende 50
report-first = Naar het begin
report-mark-new = Nieuw
report-tick = Vink aan: { $subject }
report-together = Maak één signaal van de aangevinkte meldingen
report-keys = Sneltoetsen:
report-keys-next = volgende,
report-keys-previous = vorige,
report-keys-open = open,
report-keys-signal = maak signaal,
report-keys-add = voeg toe. Uitzetten kan in het menu onder uw naam.

# One report
report-no-subject = (geen onderwerp)
report-actions = Wat gebeurt ermee?
report-make-signal = Maak signaal
report-add = Voeg toe aan signaal …
report-set-aside = Geen signaal, omdat …
report-acute = Acuut
report-care = Vraag zorg
report-number = Nummer
report-from = Van
report-received = Binnen
report-by-channel = via { $channel }
report-place = Waar
report-observed = Wanneer gezien
report-first-hand = Zelf gezien?
report-first-hand-yes = Ja, zelf gezien of gehoord
report-first-hand-no = Nee, van een ander gehoord
report-openness = Naam bekend?
report-area = Gaat over
report-typed-by = Ingetypt door
report-state = Stand
report-state-new = Nog van niemand
report-state-registered = Deel van een signaal, sinds { $date }
report-state-open-signal = Open het signaal
report-state-set-aside = Geen signaal: { $reason }. Besloten door { $who } op { $date }.
report-mail = Over deze e-mail
report-mail-sent = Verzonden op { $date }, zegt de afzender
report-mail-authentication = Controle van de afzender
report-mail-authentication-none = Niet gecontroleerd door onze mailserver
report-mail-authentication-hint = Zegt alleen of het adres van de afzender klopt.
report-mail-html = Tekst gemaakt van een opgemaakte mail (HTML). Het origineel kan er anders uitzien.
report-mail-signature = Draagt een digitale handtekening ({ $kind }). Die is niet gecontroleerd.
report-mail-forwarded = Doorgestuurde mail: een ander schreef de eerste tekst.
report-mail-damaged = De mail is beschadigd binnengekomen. Tekst of bijlagen kunnen onvolledig zijn.
report-read = { $words ->
    [one] Lees de melding (1 woord)
   *[other] Lees de melding ({ $words } woorden)
}
report-read-original = { $words ->
    [one] Lees de melding zoals ze binnenkwam (1 woord)
   *[other] Lees de melding zoals ze binnenkwam ({ $words } woorden)
}
report-read-correction = { $words ->
    [one] Lees de verbeterde tekst (1 woord)
   *[other] Lees de verbeterde tekst ({ $words } woorden)
}
report-no-text = De melding heeft geen tekst.
report-corrected = Verbeterd op { $date } door { $who }: { $reason }
report-correct = Verbeter of vul aan
report-classify = Wijzig wie er meldt
report-attachments = Bijlagen
report-attachments-hint = Bijlagen gaan niet open in dit scherm: ze worden bewaard op uw computer. Open ze alleen als u de afzender vertrouwt.
report-original = Origineel bericht
report-reporter = Melder (afgeschermd)
report-reporter-hint = Wie dit opent, wordt vastgelegd met de reden.
report-reporter-open = Toon de gegevens van de melder
report-feedback = Terugkoppeling
report-feedback-receipt = Ontvangstbericht
report-feedback-outcome = Bericht over de uitkomst
report-feedback-due = nog te geven, voor { $date }
report-feedback-given = gegeven op { $date } door { $who }, { $way }
report-feedback-withheld = niet gegeven: { $reason } ({ $who }, { $date })
report-feedback-not-owed = niet nodig: { $reason }
report-feedback-settle = Koppel terug
report-feedback-in-signal = De terugkoppeling hoort nu bij het signaal.

# Kinds
report-kind-resident = Inwoner
report-kind-chain-partner = Ketenpartner
report-kind-official = Collega van de gemeente
report-kind-enforcement = Handhaver
report-kind-anonymous = Anoniem
report-openness-open = Ja
report-openness-confidential = Alleen bij ons
report-openness-anonymous = Nee, anoniem
report-openness-hint-confidential = De naam staat apart en gaat nergens mee naartoe.
report-reason-not-trafficking = gaat niet over mensenhandel
report-reason-outside-our-task = buiten onze taak; verwezen
report-reason-duplicate = zegt hetzelfde als een andere melding
report-reason-empty = er staat niets in, zoals reclame of een test
report-way-mail = per e-mail
report-way-phone = per telefoon
report-way-in-person = in een gesprek
report-way-letter = per brief
report-moment-receipt = ontvangstbericht
report-moment-outcome = bericht over de uitkomst

# Forms
report-stop = Terug zonder vastleggen
report-optional = mag leeg
report-reason = Reden
report-once-done = Dit was al vastgelegd. Er is niets dubbel gedaan.

report-make-title = { $count ->
    [one] Maak een signaal van deze melding
   *[other] Maak één signaal van { $count } meldingen
}
report-make-lead = Het signaal krijgt een nummer en u wordt de eigenaar. Daarna gaat het de route van uw gemeente.
report-make-reports = Meldingen in dit signaal
report-make-signal-title = Waar gaat het over?
report-make-signal-title-hint = Eén regel, zonder namen van personen.
report-make-observation = Eerste waarneming
report-make-observation-hint = Wat is er gezien of gehoord? Wat u ervan denkt, komt later. Leeg laten mag: dan schrijft u de waarneming later op.
report-make-observer = Door wie gezien?
report-make-observer-hint = Een omschrijving, zoals ‘wijkhandhaver’ of ‘buurvrouw’. Nooit de naam van de melder.
report-make-observed = Wanneer gezien?
report-make-first-hand = De melder heeft dit zelf gezien of gehoord
report-make-submit = Maak het signaal
report-made = Signaal { $number } is gemaakt.
report-make-none = Vink eerst een of meer meldingen aan die nog geen deel zijn van een signaal.
report-error-title = Schrijf in één regel waar het over gaat
report-error-observer = Schrijf door wie het is gezien
report-in-signal = Deze melding is al deel van een signaal.

report-add-title = Voeg toe aan een signaal
report-add-lead = De melding wordt deel van een lopend signaal. De reden komt in de geschiedenis.
report-add-number = Nummer van het signaal
report-add-number-hint = Bijvoorbeeld { $example }.
report-add-reason-hint = Waarom horen ze bij elkaar? Bijvoorbeeld: zelfde adres.
report-add-submit = Voeg de melding toe
report-added = De melding is toegevoegd aan dit signaal.
report-error-number = Geen signaal heeft dit nummer
report-error-number-empty = Vul het nummer van het signaal in
report-error-closed = Dit signaal is gesloten. Maak van de melding een nieuw signaal
report-error-reason = Schrijf de reden op

report-aside-title = Waarom is dit geen signaal?
report-aside-lead = De melding blijft bewaard. Wat de melder nog moet horen, blijft open staan.
report-aside-which = Reden
report-aside-note = Toelichting
report-aside-note-hint = Eén of twee zinnen, zodat een ander het later begrijpt.
report-aside-submit = Leg vast: geen signaal
report-aside-done = Vastgelegd: geen signaal.
report-error-aside-which = Kies een reden
report-error-note = Schrijf een toelichting
report-error-already-aside = Deze melding was al vastgelegd als geen signaal.

report-acute-title = Acuut gevaar
report-acute-lead = Is er nu gevaar? Bel eerst 112. Hiermee wordt de melding meteen een signaal en gaat zij direct naar { $partner }, zonder op een overleg te wachten.
report-acute-reason = Wat is het gevaar?
report-acute-reason-hint = Wat moet { $partner } weten om direct te kunnen handelen?
report-acute-submit = Draag nu over aan { $partner }
report-acute-done = Signaal { $number } is gemaakt en overgedragen aan { $partner }.
report-care-title = Vraag zorg
report-care-lead = Hiermee wordt de melding meteen een signaal en krijgt { $partner } de vraag. Zorg wacht niet op een overleg of op bevestiging.
report-care-reason = Wat moet de zorgcoördinator weten om te beginnen?
report-care-reason-hint = Alleen wat nodig is. Noem de melder niet.
report-care-submit = Vraag nu zorg bij { $partner }
report-care-done = Signaal { $number } is gemaakt. De zorgvraag ligt bij { $partner }.
report-error-acute-reason = Schrijf op wat het gevaar is
report-error-care-reason = Schrijf op wat de zorgcoördinator moet weten

report-correct-title = Verbeter of vul aan
report-correct-lead = Wat binnenkwam blijft staan. Uw tekst komt ernaast.
report-correct-text = Verbeterde tekst
report-correct-reason-hint = Bijvoorbeeld: teruggebeld, het huisnummer klopte niet.
report-correct-submit = Leg de verbetering vast
report-correct-done = De verbetering staat naast het origineel.
report-error-text = Schrijf de tekst

report-classify-title = Wie meldt er?
report-classify-lead = Bij een e-mail raadt het programma dit van het adres. Wat de melder te horen krijgt, hangt ervan af.
report-classify-submit = Wijzig wie er meldt
report-classify-done = Gewijzigd.

report-reporter-title = Gegevens van de melder
report-reporter-lead = De naam van de melder is afgeschermd. U ziet de gegevens één keer; dat u keek en waarom, komt in het logboek.
report-reporter-reason = Waarom moet u weten wie meldde?
report-reporter-submit = Toon de gegevens nu
report-reporter-unknown = Van de melder is niets bekend.
report-reporter-name = Naam
report-reporter-contact = Bereikbaar via
report-reporter-safe = Veilig contact
report-reporter-back = Terug naar de melding

report-settle-title = Koppel terug aan de melder
report-settle-lead = Lees de tekst, pas hem aan en geef hem zelf: het programma verstuurt niets. Leg daarna vast hoe u hem gaf.
report-settle-safe = Kijk eerst hoe de melder veilig te bereiken is.
report-settle-due = Te geven voor { $date }
report-settle-text = Tekst voor de melder
report-settle-text-hint = Geen namen, adressen of vermoedens. Een ander kan het bericht lezen.
report-settle-language = Begin met de Engelse tekst
report-settle-language-other = Begin met de Nederlandse tekst
report-settle-way = Hoe is het bericht gegeven?
report-settle-submit = Leg vast dat dit bericht is gegeven
report-settle-withhold-title = Of geef geen bericht
report-settle-withhold = Waarom niet?
report-settle-withhold-submit = Leg vast dat er geen bericht komt
report-settle-done = De terugkoppeling is vastgelegd.
report-settle-none = De melder hoeft niets meer te horen.
report-error-settle-text = Schrijf de tekst voor de melder
report-error-settle-way = Kies hoe het bericht is gegeven
report-error-settle-withhold = Schrijf op waarom er geen bericht komt

# Typing in
report-type-title = Typ een melding in
report-type-lead = Voor wie belt, aan de balie staat of u aanspreekt. Alleen de velden zonder ‘mag leeg’ zijn nodig.
report-type-channel = Hoe kwam het binnen?
report-type-kind = Wie meldt?
report-type-partner = Welke organisatie?
report-type-partner-hint = Alleen als een ketenpartner meldt.
report-type-partner-none = Geen
report-type-subject = Waar gaat het over?
report-type-subject-hint = Eén regel, zonder namen van personen.
report-type-text = Wat is er gezien of gehoord?
report-type-text-hint = Alleen wat de melder zelf zegt. Wat u ervan denkt, komt later.
report-type-observed = Wanneer gezien?
report-type-observed-hint = In woorden van de melder, zoals ‘gisteravond’.
report-type-place = Waar?
report-type-first-hand = Heeft de melder het zelf gezien?
report-type-first-hand-yes = Ja
report-type-first-hand-no = Nee, gehoord van een ander
report-type-first-hand-unknown = Niet bekend
report-type-openness = Mag de naam bekend zijn?
report-type-anonymous-refer = Anoniem melden kan hier niet. Verwijs naar: { $to }
report-type-who = Wie is de melder?
report-type-who-hint = Dit staat apart en is afgeschermd. Bij een anonieme melding wordt het niet bewaard.
report-type-name = Naam
report-type-contact = Telefoon of e-mailadres
report-type-safe = Hoe is de melder veilig te bereiken?
report-type-safe-hint = Bijvoorbeeld: alleen ’s ochtends bellen, nooit een brief.
report-type-area = Over welke gemeente gaat het?
report-type-submit = Leg de melding vast
report-type-stop = Stop zonder vastleggen
report-error-channel = Kies hoe het binnenkwam
report-error-kind = Kies wie er meldt; niet elke melder past bij dit kanaal
report-error-partner = Kies de organisatie die meldt
report-error-subject = Schrijf in één regel waar het over gaat
report-error-type-text = Schrijf op wat er is gezien of gehoord
report-error-openness = Anoniem melden kan hier niet
report-error-area = Kies de gemeente waar het over gaat
report-typed-title = Vastgelegd als { $number }
report-typed-say = Noem dit nummer aan de melder. Wie later belt, kan het noemen.
report-typed-cost = Zeg dit ook tegen de melder
report-typed-next = Het meldpunt bekijkt de melding. U hoeft niets meer te doen.
report-typed-open = Open de melding
report-typed-another = Typ nog een melding in
report-typed-to-today = Naar Vandaag

# Quarantine
report-quarantine-title = Onleesbare berichten
report-quarantine-lead = Deze berichten konden niet worden gelezen en werden dus geen melding. Ze zijn bewaard. Kijk in de postbus zelf en typ de melding zo nodig in.
report-quarantine-when = Binnen
report-quarantine-why = Waarom onleesbaar
report-quarantine-source = Kwam uit
report-quarantine-empty = Geen.
report-quarantine-empty-more = Elk bericht kon worden gelezen.

# Own reports of a partner
own-reports-title = Eigen meldingen
own-reports-lead = Zo staat het met de meldingen van uw organisatie. Wat er precies gebeurt, mogen wij hier niet laten zien.
own-reports-number = Nummer
own-reports-received = Ontvangen
own-reports-state = Stand
own-reports-state-new = Ontvangen. Wij bekijken de melding.
own-reports-state-signal = In behandeling. U hoort van ons.
own-reports-state-aside = Bekeken. Het meldpunt neemt de melding niet verder in behandeling.
own-reports-empty = Nog geen meldingen.
own-reports-empty-more = Meldt u iets, dan ziet u hier hoe het ermee staat.

# Search
search-title = Zoeken
search-lead = Zoek in signalen en meldingen. Dat u zocht en waarop, komt in het logboek.
search-words = Woorden
search-words-hint = Alle woorden moeten voorkomen.
search-submit = Zoek
search-error-words = Vul een of meer woorden in
search-filling = Het zoekregister wordt nog gevuld. Er kan iets ontbreken: zoek over een minuut opnieuw.
search-signals = Signalen
search-reports = Meldingen
search-none = Niets gevonden.
search-none-more = Probeer minder of andere woorden, of het nummer zonder streepjes.
search-found = { $count ->
    [one] 1 gevonden
   *[other] { $count } gevonden
}
search-closed = gesloten
search-at-step = bij: { $step }
search-received = binnen op { $date }
