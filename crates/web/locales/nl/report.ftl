# SPDX-FileCopyrightText: 2026 The Meldroute authors
# SPDX-License-Identifier: EUPL-1.2

# Inbox
report-title = Meldingen
report-title-one = Melding { $number }
report-type-in = Typ een melding in
report-breadcrumb = Kruimelpad
report-list = Lijst van meldingen
report-filter = Welke meldingen
report-filter-new = Te doen
report-filter-registered = In een signaal
report-filter-set-aside = Geen signaal
report-quarantine = Onleesbaar
report-back-to-list = Terug naar de lijst
report-choose = Kies een melding uit de lijst.
report-empty-new = Niets te doen.
report-empty-more-new = Elke melding heeft een bestemming.
report-empty-registered = Nog geen.
report-empty-more-registered = Hier komen meldingen die deel zijn van een signaal.
report-empty-set-aside = Geen.
report-empty-more-set-aside = Hier komen meldingen die geen signaal zijn.
report-paging = Bladeren
report-next = Volgende 50
report-first = Naar het begin
report-mark-new = Nieuw
report-tick = Vink aan: { $subject }
report-together = Maak één signaal van wat is aangevinkt
report-keys = Sneltoetsen:
report-keys-next = volgende,
report-keys-previous = vorige,
report-keys-open = open,
report-keys-signal = maak signaal,
report-keys-add = voeg toe. Uitzetten kan in het menu onder uw naam.

# One report
report-no-subject = (geen onderwerp)
report-make-signal = Maak signaal
report-add = Voeg toe aan signaal …
report-set-aside = Geen signaal, omdat …
report-acute = Acuut
report-care = Vraag zorg
report-number = Nummer
report-reference = Kenmerk voor de melder
report-from = Van
report-received = Binnen
report-channel = Via
report-place = Waar
report-observed = Wanneer gezien
report-first-hand = Zelf gezien
report-first-hand-yes = Ja
report-first-hand-no = Nee, van een ander gehoord
report-language = Taal van de melder
report-language-en = Engels
report-language-uk = Oekraïens
report-language-ru = Russisch
report-openness-fact = Naam van de melder
report-openness-fact-confidential = Vertrouwelijk: alleen bij ons bekend
report-openness-fact-anonymous = Onbekend: anoniem gemeld
report-openness-open = Ja
report-openness-confidential = Alleen bij ons
report-openness-confidential-hint = De naam staat apart en gaat nergens mee naartoe.
report-openness-anonymous = Nee, anoniem
report-area = Gaat over
report-typed-by = Ingetypt door
report-state = Stand
report-state-new = Nog van niemand
report-state-registered = Deel van een signaal sinds { $date }, door { $who }.
report-state-open-signal = Open het signaal
report-state-set-aside = Geen signaal: { $reason }. { $note } ({ $who }, { $date })
report-mail-sent = Volgens de afzender verzonden op { $date }.
report-mail-authentication = Afzender
report-mail-authentication-none = Geen uitslag van de eigen mailserver.
report-mail-authentication-hint = Zegt alleen of het adres klopt, niet of het verhaal klopt.
report-mail-pass = { $method }: klopt
report-mail-fail = { $method }: klopt niet
report-mail-none = { $method }: niet gebruikt
report-mail-other = { $method }: { $result }
report-mail-html = De tekst is gemaakt van een opgemaakte mail (HTML). Het origineel kan er anders uitzien.
report-mail-signature = Er zit een digitale handtekening bij ({ $kind }). Die is niet gecontroleerd.
report-mail-forwarded = Doorgestuurd: een ander schreef de eerste tekst.
report-mail-damaged = Beschadigd binnengekomen: tekst of bijlagen kunnen onvolledig zijn.
report-mail-known-id = Let op: er kwam eerder een bericht met hetzelfde kenmerk (Message-ID), maar met een andere inhoud. Beide zijn bewaard.
report-read = { $words ->
    [one] Lees de melding (1 woord)
   *[other] Lees de melding ({ $words } woorden)
}
report-read-original = { $words ->
    [one] Lees wat binnenkwam (1 woord)
   *[other] Lees wat binnenkwam ({ $words } woorden)
}
report-read-correction = { $words ->
    [one] Lees de verbeterde tekst (1 woord)
   *[other] Lees de verbeterde tekst ({ $words } woorden)
}
report-earlier = Eerder:
report-telling = Deze woorden kunnen verraden wie dit meldde: { $words }. Neem ze niet over in het signaal of in wat u doorgeeft.
report-no-text = De melding heeft geen tekst.
report-corrected = Verbeterd op { $date } door { $who }: { $reason }
report-correct = Verbeter of vul aan
report-classify = Klopt dit niet? Wijzig wie er meldt
report-attachments = Bijlagen
report-attachments-hint = U ziet en bewaart een kopie zonder metagegevens, zoals plaats, toestel en schrijver. Dat u een bestand opende, wordt vastgelegd.
report-attachments-pictures = Foto’s zijn opnieuw ingepakt, zonder plaats, toestel en maker; het beeld kan iets minder scherp zijn dan het origineel.
report-attachment = Bijlage { $number }
report-decimal-mark = ,
report-original = Het bericht zoals het binnenkwam
report-reporter = Melder (afgeschermd)
report-reporter-hint = Wie dit opent, wordt vastgelegd met de reden.
report-reporter-open = Toon de gegevens van de melder
report-feedback = Terugkoppeling
report-feedback-due = nog te geven, uiterlijk { $date }
report-feedback-given = gegeven op { $date } door { $who }, { $way }
report-feedback-withheld = niet gegeven, want: { $reason } ({ $who }, { $date })
report-feedback-not-owed = niet nodig: { $reason }
report-feedback-settle = Koppel terug
report-feedback-in-signal = De terugkoppeling hoort nu bij het signaal.

# Kinds
reporter-kind-resident = Inwoner
reporter-kind-chain-partner = Ketenpartner
reporter-kind-official = Collega van de gemeente
reporter-kind-enforcement = Handhaver
reporter-kind-anonymous = Anoniem
report-reason = Reden
report-reason-not-trafficking = gaat niet over mensenhandel
report-reason-outside-our-task = buiten onze taak
report-reason-duplicate = zegt hetzelfde als een andere melding
report-reason-empty = er staat niets in
report-outcome-not-trafficking = geen signaal van mensenhandel
report-outcome-outside-our-task = buiten onze taak
report-outcome-duplicate = niet apart in behandeling genomen
report-outcome-empty = niet in behandeling genomen
report-outcome-open = nog in behandeling
feedback-way-online = in het programma of met de code van de melder
feedback-way-mail = per e-mail
feedback-way-phone = per telefoon
feedback-way-in-person = in een gesprek
feedback-way-letter = per brief
feedback-moment-receipt = Ontvangstbericht
feedback-moment-outcome = Bericht over de uitkomst

# Making a signal
report-stop = Terug zonder vastleggen
report-make-title-one = Maak een signaal van deze melding
report-make-title-more = Maak één signaal van { $count } meldingen
report-make-lead = Het signaal krijgt een nummer en u wordt de eigenaar. Daarna gaat het de route van uw gemeente.
report-make-reports = Meldingen in dit signaal
report-make-none = Vink eerst een of meer meldingen aan.
report-make-signal-title = Waar gaat het signaal over?
report-make-signal-title-hint = Eén regel, zonder namen van personen.
report-make-observation = Eerste waarneming
report-make-observation-text = Wat is er gezien of gehoord? (mag leeg)
report-make-observation-hint = Overgenomen uit de melding. Haal weg wie er meldde: meer mensen lezen dit. Wat u ervan denkt, komt later.
report-make-observer = Door wie gezien?
report-make-observer-hint = Een omschrijving, zoals ‘wijkhandhaver’. Nooit een naam.
report-make-observed = Wanneer gezien? (mag leeg)
report-make-first-hand = De melder heeft dit zelf gezien of gehoord
report-make-submit = Maak het signaal
report-error-title = Schrijf in één regel waar het over gaat
report-error-observer = Schrijf door wie het is gezien
done-report-signal = Signaal { $number } is gemaakt.
done-report-once = Dit was al vastgelegd. Er is niets dubbel gedaan.

# Adding to a signal
report-add-title = Voeg toe aan een signaal
report-add-lead = De melding wordt deel van een lopend signaal. De reden komt in de geschiedenis.
report-add-number = Nummer van het signaal
report-add-number-hint = Begin te typen om te kiezen uit de lopende signalen.
report-add-reason-hint = Waarom horen ze bij elkaar? Bijvoorbeeld: zelfde adres.
report-add-submit = Voeg de melding toe
report-error-number = Geen signaal heeft dit nummer
report-error-number-empty = Vul het nummer van het signaal in
report-error-closed = Dit signaal is gesloten. Maak van de melding een nieuw signaal
report-error-reason = Schrijf de reden op
done-report-added = De melding is toegevoegd aan dit signaal.

# No signal
report-aside-title = Waarom is dit geen signaal?
report-aside-lead = De melding blijft bewaard. Wat de melder nog moet horen, blijft open staan.
report-aside-because-not-trafficking = Het gaat niet over mensenhandel
report-aside-because-outside-our-task = Het is voor een ander; de melder is verwezen
report-aside-because-duplicate = Het zegt hetzelfde als een andere melding
report-aside-because-empty = Er staat niets in, zoals bij reclame of een test
report-aside-note = Toelichting
report-aside-note-hint = Eén of twee zinnen, zodat een ander het later begrijpt.
report-aside-submit = Leg vast: geen signaal
report-error-aside-which = Kies een reden
report-error-note = Schrijf een toelichting
done-report-set-aside = Vastgelegd: deze melding is geen signaal.

# Fast lanes
report-acute-title = Acuut gevaar
report-acute-lead = Is er nu gevaar? Bel eerst 112. Hiermee wordt de melding een signaal en gaat zij meteen naar { $partner }, zonder op een overleg te wachten.
report-acute-reason = Wat is het gevaar?
report-acute-reason-hint = Wat de ontvanger moet weten om meteen te handelen. Noem de melder niet.
report-acute-submit = Draag nu over aan { $partner }
report-care-title = Vraag zorg
report-care-lead = Hiermee wordt de melding een signaal en krijgt { $partner } meteen de vraag. Zorg wacht niet op een overleg of op bevestiging.
report-care-reason = Wat moet de zorgcoördinator weten om te beginnen?
report-care-reason-hint = Alleen wat nodig is. Noem de melder niet.
report-error-care-consent = Schrijf op wie toestemming gaf. Is er acuut gevaar? Kies dan de spoedroute.
report-care-submit = Vraag nu zorg bij { $partner }
report-error-acute-reason = Schrijf op wat het gevaar is
report-error-care-reason = Schrijf op wat de zorgcoördinator moet weten
done-report-acute = Signaal { $number } is gemaakt en meteen overgedragen.
done-report-care = Signaal { $number } is gemaakt. De vraag om zorg is gesteld.

# Correcting
report-correct-title = Verbeter of vul aan
report-correct-lead = Wat binnenkwam blijft staan. Uw tekst komt ernaast.
report-correct-text = Verbeterde tekst
report-correct-reason-hint = Bijvoorbeeld: teruggebeld, het huisnummer klopte niet.
report-correct-submit = Leg de verbetering vast
report-error-text = Schrijf op wat er is gezien of gehoord
done-report-corrected = De verbetering staat naast het origineel.
report-classify-title = Wie meldt er?
report-classify-lead = Bij een e-mail raadt het programma dit van het adres. Wat de melder te horen krijgt, hangt ervan af.
report-classify-submit = Leg vast wie er meldt
done-report-classified = Vastgelegd wie er meldt.
report-senders = Van wie is de mail?
report-senders-hint = Het adres hoort bij deze organisatie, maar iedereen kan elk adres invullen. Twijfelt u? Haal het vinkje weg of bel eerst.
report-senders-yes = { $number } is van { $partner }
report-partner-question = Is deze melding van { $partner }?
report-partner-hint = Het adres van de mail hoort bij { $partner }, maar iedereen kan elk adres invullen. Kijk naar de controle van de afzender, of bel. Tot u antwoordt, ziet { $partner } niets van deze melding.
report-partner-yes = Ja, van { $partner }
report-partner-no = Nee
done-report-partner-yes = Vastgelegd: de melding is van deze organisatie.
done-report-partner-no = Vastgelegd: de melding is niet van deze organisatie.

# The reporter
report-reporter-title = Gegevens van de melder
report-reporter-lead = Wie er meldde, is afgeschermd. U ziet het één keer; dat u keek en waarom, komt in het logboek.
report-reporter-reason = Waarom moet u weten wie meldde?
report-reporter-reason-hint = Bijvoorbeeld: terugbellen over het huisnummer. De privacy officer leest deze reden. Noem de melder niet.
report-reporter-submit = Toon de gegevens nu
report-reporter-unknown = Van de melder is niets bekend.
report-reporter-name = Naam
report-reporter-contact = Te bereiken via
report-reporter-safe = Veilig contact
report-reporter-seen = Vastgelegd dat u dit zag, om deze reden:
report-reporter-back = Terug naar de melding

# Feedback
report-settle-title = Koppel terug aan de melder
report-settle-due = { $moment }, uiterlijk { $date }
report-settle-lead = Lees de tekst, pas hem aan en geef hem zelf: het programma verstuurt niets. Leg daarna vast hoe u hem gaf.
report-settle-lead-online = Lees de tekst en pas hem aan. Kiest u ‘in het programma of met de code van de melder’, dan staat hij meteen klaar voor de melder. Anders geeft u hem zelf: Meldroute mailt niets.
report-settle-lead-online-only = De melder leest het bericht in het programma of met de code. Een andere weg is er niet.
report-settle-nobody = Niemand weet wie dit meldde, en er is geen code. Er is dus geen weg terug naar de melder. Leg hieronder vast dat er geen bericht komt.
report-settle-safe = Kijk eerst hoe de melder veilig te bereiken is.
report-settle-text = Tekst voor de melder
report-settle-text-hint = Geen namen, adressen of vermoedens: een ander kan dit lezen.
report-settle-language-en = Begin met de Engelse tekst
report-settle-language-nl = Begin met de Nederlandse tekst
report-settle-way = Hoe is het bericht gegeven?
report-settle-submit = Geef vrij en leg vast
report-settle-withhold-title = Of: geen bericht
report-settle-withhold = Waarom krijgt de melder geen bericht?
report-settle-withhold-submit = Leg vast dat er geen bericht komt
report-settle-none = De melder hoeft niets meer te horen.
report-error-settle-text = Schrijf de tekst voor de melder
report-error-settle-way = Kies hoe het bericht is gegeven
report-error-settle-withhold = Schrijf op waarom er geen bericht komt
done-report-feedback = De terugkoppeling is vastgelegd.

# Typing in
report-type-title = Typ een melding in
report-type-lead = Voor wie belt, aan de balie staat of u aanspreekt. Alleen de velden zonder ‘mag leeg’ zijn nodig.
report-type-channel = Hoe kwam het binnen?
report-type-kind = Wie meldt er?
report-type-partner = Welke organisatie?
report-type-partner-hint = Alleen bij een ketenpartner.
report-type-partner-none = –
report-type-subject = Waar gaat het over?
report-type-subject-hint = Eén regel, zonder namen van personen.
report-type-text = Wat is er gezien of gehoord?
report-type-text-hint = Alleen wat de melder zelf zegt. Wat u ervan denkt, komt later.
report-type-observed = Wanneer gezien? (mag leeg)
report-type-place = Waar? (mag leeg)
report-type-first-hand = Heeft de melder het zelf gezien?
report-type-first-hand-yes = Ja
report-type-first-hand-no = Nee, gehoord van een ander
report-type-first-hand-unknown = Niet bekend
report-type-openness = Mag de naam bekend zijn?
report-type-anonymous-refer = Anoniem melden kan hier niet. Verwijs naar: { $to }
report-type-who = De melder
report-type-who-hint = Dit staat apart en is afgeschermd. Bij een anonieme melding bewaren we het niet.
report-type-name = Naam (mag leeg)
report-type-contact = Telefoon of e-mail (mag leeg)
report-type-safe = Hoe is de melder veilig te bereiken? (mag leeg)
report-type-safe-hint = Bijvoorbeeld: alleen ’s ochtends bellen, nooit een brief.
report-type-area = Over welke gemeente gaat het?
report-type-submit = Leg de melding vast
report-type-stop = Stop zonder vastleggen
report-error-channel = Kies hoe het binnenkwam
report-error-reporter-kind = Kies wie er meldt; niet elke melder past bij deze weg
report-error-partner = Kies de organisatie die meldt
report-error-subject = Schrijf in één regel waar het over gaat
report-error-openness = Kies of de naam bekend mag zijn; anoniem kan niet overal
report-error-area = Kies de gemeente waar het over gaat
report-typed-title = Vastgelegd met kenmerk { $reference }
report-typed-say = Noem dit kenmerk aan de melder. Wie later belt, kan het noemen.
report-typed-cost = Zeg ook tegen de melder:
report-typed-next = Het meldpunt bekijkt de melding. U hoeft niets meer te doen.
report-typed-open = Open de melding
report-typed-another = Typ nog een melding in
report-typed-to-today = Naar Vandaag

# Quarantine
report-quarantine-title = Onleesbare berichten
report-quarantine-lead = Deze berichten werden geen melding: ze konden niet worden gelezen, of een computer schreef ze. Ze zijn bewaard.
report-quarantine-when = Binnen
report-quarantine-why = Waarom onleesbaar
report-quarantine-source = Kwam uit
report-quarantine-empty = Geen.
report-quarantine-empty-more = Elk bericht kon worden gelezen.
report-broken-empty = Het bestand is leeg.
report-broken-not-a-mail = Dit is geen e-mail.
report-broken-unreadable = De e-mail is beschadigd: er is geen tekst of bijlage uit te halen.
report-broken-too-large = De e-mail is te groot. Hier staat alleen het begin; de rest is nog waar hij binnenkwam.
report-broken-headers-too-large = De kop van de e-mail is te groot.
report-broken-too-many-parts = De e-mail heeft te veel onderdelen.
report-broken-too-deep = De e-mail heeft te veel lagen.
report-broken-unpacks-too-large = De e-mail wordt te groot bij het uitpakken.

report-tips-title = Tips innemen
report-tips-lead = Neem hier de tips in die Meld Misdaad Anoniem doorstuurt. Eerst ziet u per regel wat ermee gebeurt. Tips over iets anders worden geteld en niet bewaard.
report-tips-file = CSV-bestand met tips
report-tips-columns = De eerste regel noemt de kolommen. Nodig zijn:
report-tips-look = Bekijk de tips
report-tips-wrong = Kies een bestand dat gelezen kan worden
report-tips-no-file = Kies eerst een bestand.
report-tips-empty = Het bestand is leeg. Op de eerste regel horen de namen van de kolommen.
report-tips-not-text = Dit bestand is geen tekst. Bewaar het als CSV en probeer het opnieuw.
report-tips-uneven = Regel { $line } heeft { $found } vakjes, maar er zijn { $expected } kolommen. Staat er een puntkomma of komma te veel? Zet die tekst tussen aanhalingstekens.
report-tips-no-column = De kolom “{ $wanted }” staat niet in het bestand. Wel: { $found }.
report-tips-column-twice = De kolom “{ $wanted }” staat meer dan één keer in het bestand. Laat er één staan.
report-tips-sorted = Wat er met de tips gebeurt
report-tips-kept = { $count ->
    [one] 1 tip wordt een melding
   *[other] { $count } tips worden een melding
}
report-tips-off = { $count ->
    [one] 1 tip gaat over iets anders en wordt niet bewaard
   *[other] { $count } tips gaan over iets anders en worden niet bewaard
}
report-tips-known = { $count ->
    [one] 1 tip was al binnen
   *[other] { $count } tips waren al binnen
}
report-tips-wanting = Regel { $line } kan niet worden ingenomen: de kolom “{ $column }” is leeg
report-tips-kept-table = Tips die een melding worden
report-tips-line = Regel
report-tips-topic = Onderwerp
report-tips-no-topic = Geen onderwerp
report-tips-text = Tekst
report-tips-open = Lees de tip
report-tips-off-topics = Onderwerpen die niet worden bewaard
report-tips-take-in = { $count ->
    [0] Leg vast dat er niets nieuws bij was
    [one] Neem 1 tip in
   *[other] Neem { $count } tips in
}
report-tips-other-file = Kies een ander bestand
done-report-tips = Tips ingenomen: { $number }.

feedback-way-sent = per e-mail, nu verstuurd door Meldroute
report-safe-contact = Veilig contact
report-safe-contact-none = Niets bekend. Vraag u af wie de mail nog meer kan lezen.
report-safe-followed = Ik heb dit gelezen en volg het op.
report-error-safe = Bevestig dat u leest en opvolgt hoe de melder veilig te bereiken is
report-settle-lead-mail = Lees de tekst, pas hem aan en geef hem vrij.
report-settle-sends = Kiest u mail door Meldroute, dan wordt deze tekst nu gemaild aan de melder.
report-settle-sends-not = Meldroute kan deze melder niet mailen: er is niet precies één mailadres bekend.
exposed-title = Staat hier iets in dat er niet in hoort?
exposed-lead = Deze woorden vallen op. Haal ze weg, of zeg dat ze mogen blijven staan.
exposed-go-on = Ik heb dit gelezen. De tekst mag zo.
exposed-reporter = Wie de melding deed
exposed-subject = Over wie of wat het signaal gaat
exposed-source = Kan verraden wie het vertelde
exposed-address = Adres
exposed-phone = Telefoonnummer
exposed-plate = Kenteken
exposed-bsn = Kan een burgerservicenummer zijn
exposed-mail = Mailadres
exposed-name = Lijkt een naam
ask-title = Stel een vraag
ask-lead = Stel één vraag tegelijk. Het antwoord komt naast de melding te staan; de melding zelf verandert niet.
ask-text = Uw vraag
ask-text-hint = Geen namen, adressen of vermoedens: een ander kan dit lezen.
ask-way = Hoe stelt u de vraag?
ask-way-online = Aan de melder, in het programma of met de code van de melder
ask-way-mail = Aan de melder, per mail met een link die één keer werkt
ask-way-link = Aan de melder, met een link die u zelf doorgeeft
ask-way-partner-online = Aan een partner met een account, in het programma
ask-way-partner-mail = Aan een partner zonder account, per mail met een link die één keer werkt
ask-way-partner-link = Aan een partner zonder account, met een link die u zelf doorgeeft
ask-days = Een link werkt { $count } dagen, voor één antwoord. Wie hem opent, ziet alleen de vraag en de naam van de gemeente.
ask-partner-summary = Aan een partner
ask-partner = Welke partner?
ask-partner-none = Kies een partner
ask-mail = Mailadres bij de partner
ask-mail-hint = Dit adres wordt alleen voor deze vraag gebruikt.
ask-submit = Stel de vraag
ask-missing-text = Schrijf uw vraag op
ask-missing-way = Kies hoe u de vraag stelt
ask-missing-partner = Kies een partner
ask-partner-with-account = { $name } (heeft een account)
ask-partner-no-account = Deze partner heeft geen account. Kies een partner met een account, of vraag het met een link.
ask-missing-mail = Geef één geldig mailadres
ask-not-possible = Zo kan de vraag niet worden gesteld
ask-link-title = De link naar uw vraag
ask-link-lead = De vraag staat klaar. Geef deze link door; hij werkt { $count } dagen, voor één antwoord.
ask-link = Link
ask-link-safe = U ziet deze link maar één keer. Wie hem heeft, kan antwoorden: geef hem alleen aan wie u de vraag stelt.
dialogue-title = Vragen en antwoorden
dialogue-ask = Stel een vraag
dialogue-asked = { $who } vroeg aan { $whom }, { $date }
dialogue-reporter = de melder
dialogue-added = De melder vulde aan, { $date }
dialogue-answered = Antwoord, { $date }
dialogue-unread = Nieuw
dialogue-open = Nog geen antwoord.
dialogue-open-link = Nog geen antwoord. De link werkt tot en met { $date }.
dialogue-expired = Geen antwoord; de link werkt niet meer.
dialogue-withdrawn = Ingetrokken door { $who }, { $date }.
dialogue-withdraw = Trek de vraag in
dialogue-seen = Ik heb dit gelezen
done-report-asked = De vraag is gesteld.
done-report-seen = Vastgelegd dat dit is gelezen.
done-report-withdrawn = De vraag is ingetrokken.
mail-title = Verstuurde mail
mail-released = { $what }, vrijgegeven op { $date } door { $who }
mail-carries-feedback = Terugkoppeling
mail-carries-question = Vraag met een link
mail-carries-notice = Bericht zonder inhoud
mail-waiting = wacht op verzending
mail-waiting-again = nog niet aangenomen, volgende poging { $date }: { $answer }
mail-waiting-unknown = aangeboden aan de mailserver, niet bekend of hij is verstuurd; volgende poging { $date }
mail-accepted = aangenomen door de mailserver
mail-doubted = misschien niet aangekomen; een bericht van een mailserver zegt: { $reason }
mail-failed = niet aangekomen: { $reason }
mail-settle = Leg vast hoe u het oplost
mail-proof = Bewijs van verzending
mail-at = Aangenomen
mail-answer = Antwoord van de mailserver
mail-id = Message-ID
mail-sha = SHA-256 van het bericht
mail-settled = Afgehandeld op { $date } door { $who }: { $how }. { $reason }
undelivered-title = Bericht misschien niet aangekomen
undelivered-lead = Een mail bij deze melding kwam niet of misschien niet aan. Geef het bericht op een andere manier, of ga na of het er is, en leg dat hier vast.
undelivered-way = Hoe is het bericht nu gegeven?
undelivered-not = niet; er komt geen bericht
undelivered-reason = Toelichting
undelivered-reason-hint = Wat deed u, of waarom komt er geen bericht?
undelivered-submit = Leg vast
undelivered-missing-way = Kies hoe het bericht is gegeven
undelivered-missing-reason = Schrijf een toelichting
done-undelivered = Vastgelegd wat er met het bericht gebeurde.

report-complete-title = Aanvullen
report-complete-hint = Vul in wat u later hoorde. Het komt naast de melding te staan, met uw naam en de datum.
report-complete-unchanged = niets nieuws
report-completed = { $what } (aangevuld door { $who }, { $date })
report-broken-auto-reply = Dit is een automatisch antwoord van een computer.
report-quarantine-open = Te bekijken
report-quarantined-title = Onleesbaar bericht
report-quarantined-save = Bewaar het bericht als bestand
report-quarantined-save-hint = Het bestand kan gevaarlijk zijn: open het alleen op een veilige plek. Het journaal onthoudt dat u het opende.
report-quarantined-lead = Bekijk het bericht. Zit er een melding in?
report-quarantined-type = Typ de melding in.
report-quarantined-which = Wat is ermee gebeurd?
report-quarantined-typed-in = Ingetypt als melding
report-quarantined-no-report = Bekeken: geen melding
report-quarantined-note = Toelichting
report-quarantined-note-hint = Bijvoorbeeld: reclame. Mag leeg blijven.
report-quarantined-submit = Handel het bericht af
report-quarantined-automatic = U hoeft hier niets mee te doen.
report-quarantined-done = Dit bericht is afgehandeld.
report-quarantine-error-which = Kies wat er met het bericht is gebeurd
done-report-quarantined = Het bericht is afgehandeld.

too-long-what = Wat u zag is te lang: er passen 20.000 tekens in
too-long-text = De tekst is te lang: er passen 20.000 tekens in
too-long-subject = De regel waar het over gaat is te lang: er passen 300 tekens in
too-long-title = De regel waar het over gaat is te lang: er passen 300 tekens in
too-long-place = Waar is te lang: er passen 300 tekens in
too-long-observed = Wanneer is te lang: er passen 300 tekens in
too-long-name = De naam is te lang: er passen 300 tekens in
too-long-contact = Contact is te lang: er passen 300 tekens in
too-long-safe_contact = Veilig contact is te lang: er passen 300 tekens in
too-long-reason = De reden is te lang: er passen 300 tekens in
