# SPDX-FileCopyrightText: 2026 The Meldroute authors
# SPDX-License-Identifier: EUPL-1.2

journal-title = Journaal
journal-text = Alles wat is gedaan en bekeken, het nieuwste bovenaan. Dat u hier kijkt, staat er ook in.
journal-caption = Regels van het journaal, de nieuwste bovenaan
journal-number = Nummer
journal-when = Wanneer
journal-what = Wat
journal-about = Over
journal-who = Rol en plaats
journal-older = Ouder
journal-newest = Nieuwste
journal-somebody = iemand
journal-destroyed = De inhoud van deze regel is vernietigd.
journal-origin-public-form = Openbaar formulier
journal-origin-link = Link uit een bericht
journal-origin-command-line = Opdrachtregel
journal-origin-mail-import = Inlezen van mail
journal-origin-program = Het programma
journal-about-municipality = de gemeente
journal-about-report = een melding
journal-about-signal = een signaal
journal-about-meeting = een overleg
journal-about-person = een account
journal-about-quarantined = een onleesbaar bericht
journal-about-claim = een verzoek van een betrokkene
journal-about-consult = een vraag om advies

verify-title = Controle van het journaal
verify-link = Controleer het journaal
verify-holds = { $count ->
    [one] De ene regel van het journaal klopt: niemand heeft iets gewijzigd of weggehaald.
   *[other] Alle { $count } regels van het journaal kloppen: niemand heeft iets gewijzigd of weggehaald.
}
verify-head = Kenmerk van de laatste regel
verify-head-text = Bewaar dit kenmerk ergens anders. Wie later hetzelfde kenmerk bij deze regel vindt, weet dat alles ervoor onveranderd is.
verify-broken = Het journaal klopt niet vanaf regel { $at }. Er is iets gewijzigd buiten het programma om.
verify-broken-what = Waarschuw meteen uw functionaris gegevensbescherming en wie de server beheert. Wijzig niets en bewaar alle reservekopieën.
verify-back = Terug

journal-event-report-received = Er kwam een melding binnen via { $channel }.
journal-event-message-quarantined = Een bericht kon niet worden gelezen en staat apart.
journal-event-report-typed = { $who } typte een melding in, binnengekomen via { $channel }.
journal-event-reported-own = Een melder met een account deed zelf een melding, via { $channel }.
journal-event-tips-sorted = { $who } nam een stapel doorgestuurde tips door: { $kept } om in te nemen, { $known } al bekend, { $off-topic } over iets anders en niet bewaard.
journal-event-report-read = { $who } las een melding.
journal-event-file-opened = { $who } opende een kopie van een bestand bij een melding.
journal-event-original-opened = { $who } opende een bestand zoals het binnenkwam.
journal-event-file-scanned = { $who } controleerde een bestand op virussen.
journal-event-report-corrected = { $who } verbeterde een melding of vulde haar aan.
journal-event-report-classified = { $who } wijzigde wat voor melder een melding deed.
journal-event-partner-confirmed = { $confirmed ->
    [yes] { $who } bevestigde dat een melding van { $partner } is.
   *[no] { $who } legde vast dat een melding niet van { $partner } is.
}
journal-event-report-set-aside = { $who } besloot dat een melding geen signaal is.
journal-event-reporter-asked = { $who } stelde een vraag aan een melder.
journal-event-question-withdrawn = { $who } trok een vraag aan een melder in.
journal-event-reporter-answered = Een melder gaf antwoord op een vraag.
journal-event-partner-question-read = { $who } las een vraag aan de eigen organisatie.
journal-event-partner-answered = { $partner } gaf antwoord op een vraag bij een melding.
journal-event-reporter-added = Een melder vulde een melding aan.
journal-event-reporter-messages-seen = { $who } las wat een melder erna schreef.
journal-event-own-report-read = Een melder las de berichten bij een melding.
journal-event-advice-asked = { $who } vroeg om advies.
journal-event-advice-read = { $who } las een vraag om advies.
journal-event-advice-said = { $who } schreef bij een vraag om advies.
journal-event-advice-closed = { $who } sloot een vraag om advies.
journal-event-reporter-opened = { $who } bekeek wie een melding deed.
journal-event-links-shown = { $who } zag wat misschien bij elkaar hoort.
journal-event-apart-taken-back = { $who } nam terug dat twee zaken niet bij elkaar horen.
journal-event-kept-apart = { $who } legde vast dat twee zaken niet bij elkaar horen.
journal-event-asked-elsewhere = { $who } vroeg of { $facts } uit een melding ook bij { $name } voorkomt. Antwoord: { $hit ->
    [yes] ja
   *[no] nee
}.
journal-event-asked-by-neighbour = { $who } van { $name } vroeg of { $facts } hier ook voorkomt. Antwoord: { $hit ->
    [yes] ja
   *[no] nee
}. Grondslag: { $ground }
journal-event-signal-registered = { $count ->
    [one] { $who } maakte een signaal van één melding.
   *[other] { $who } maakte een signaal van { $count } meldingen.
}
journal-event-report-linked = { $who } voegde een melding toe aan een signaal.
journal-event-report-unlinked = { $who } haalde een melding uit een signaal.
journal-event-signal-read = { $who } las een signaal.
journal-event-photo-opened = { $who } opende een foto van een controle.
journal-event-strand-read = { $who } las een actie, overdracht of zorgvraag.
journal-event-moved-on = { $who } bracht een signaal van { $from } naar { $to }.
journal-event-gate-decided = { $granted ->
    [yes] { $who } gaf toestemming om bronnen te bevragen.
   *[no] { $who } gaf geen toestemming om bronnen te bevragen.
}
journal-event-decided = { $who } legde bij { $step } een besluit vast: { $outcome }.
journal-event-strand-started = { $who } begon iets naast de route: { $kind }.
journal-event-strand-stepped = { $who } werkte iets naast de route bij: { $kind } { $step }.
journal-event-marked-acute = { $who } droeg een signaal als acuut over aan { $partner }.
journal-event-sharing-asked = { $who } vroeg of iets met { $to } mag worden gedeeld. Het strengste antwoord: { $answer }.
journal-event-item-marked = { $who } legde vast waar een gegeven heen mag.
journal-event-pack-released = { $who } gaf een pakket vrij voor { $to }, met { $count ->
    [one] 1 gegeven
   *[other] { $count } gegevens
  }.
journal-event-pack-opened = { $who } opende een pakket voor { $to }.
journal-event-pack-withdrawn = { $who } trok een pakket voor { $to } in.
journal-event-care-asked = { $who } vroeg zorg bij { $partner }.
journal-event-feedback-given = { $who } legde een terugkoppeling vast.
journal-event-feedback-withheld = { $who } besloot geen terugkoppeling te geven.
journal-event-sent-back = { $who } bracht een signaal terug naar { $to }.
journal-event-signal-closed = { $who } sloot een signaal: { $confirmation }.
journal-event-owner-changed = { $who } gaf een signaal aan { $owner }.
journal-event-observed = { $who } schreef een waarneming op.
journal-event-assessed = { $who } maakte een duiding.
journal-event-subject-added = { $who } legde vast over wie of wat een signaal gaat.
journal-event-subject-struck = { $who } streepte iets door bij een signaal.
journal-event-note-added = { $who } voegde verrijking toe.
journal-event-query-written = { $who } schreef een vraag op aan { $register }.
journal-event-query-decided = { $granted ->
    [yes] { $who } gaf toestemming voor een vraag aan { $register }.
   *[no] { $who } gaf geen toestemming voor een vraag aan { $register }.
}
journal-event-query-withdrawn = { $who } trok een vraag in aan { $register }.
journal-event-source-asked = { $who } bevroeg { $register }.
journal-event-source-answered = { $register }: { $outcome } ({ $who }).
query-outcome-no-hit = niets bekend
query-outcome-hit = iets bekend
query-outcome-answered = gegevens gelezen
query-outcome-not-set-up = geen antwoord, want er is geen aansluiting
query-outcome-unreachable = geen antwoord, de bron is niet bereikbaar
query-outcome-certificate = geen antwoord, het certificaat klopt niet
query-outcome-timed-out = geen antwoord binnen de tijd
query-outcome-log-in = geen antwoord, de bron kent onze sleutel niet
query-outcome-forbidden = geen antwoord, de bron staat deze vraag niet toe
query-outcome-refused = geen antwoord, de bron begrijpt de vraag niet
query-outcome-too-often = geen antwoord, de bron is te vaak bevraagd
query-outcome-down = geen antwoord, de bron heeft zelf een storing
query-outcome-answer = geen antwoord dat te lezen is
journal-event-guest-invited = { $who } nodigde { $guest } uit bij een signaal.
journal-event-meeting-planned = { $who } plande een overleg: { $body }.
journal-event-agenda-changed = { $count ->
    [one] { $who } wijzigde een agenda. Er staat nu één signaal op.
   *[other] { $who } wijzigde een agenda. Er staan nu { $count } signalen op.
}
journal-event-meeting-started = { $who } begon een overleg.
journal-event-item-held-over = { $who } schoof een signaal door naar een volgend overleg.
journal-event-meeting-closed = { $who } sloot een overleg.
journal-event-meeting-read = { $who } las een agenda.
journal-event-searched = { $count ->
    [one] { $who } zocht en vond één ding.
   *[other] { $who } zocht en vond { $count } dingen.
}
journal-event-logged-in = { $who } logde in.
journal-event-log-in-failed = Iemand probeerde in te loggen als { $who }. Dat mislukte.
journal-event-logged-out = { $who } logde uit.
journal-event-account-set-up = { $who } stelde het eigen account in.
journal-event-feed-made = { $who } maakte een geheim adres voor de eigen agenda.
journal-event-feed-withdrawn = { $who } trok het adres voor de eigen agenda in.
journal-event-language-chosen = { $who } koos een taal.
journal-event-person-added = { $who } voegde iemand toe.
journal-event-roles-changed = { $who } wijzigde iemands rollen.
journal-event-log-in-reset = { $who } maakte een nieuwe link voor iemands account.
journal-event-person-disabled = { $who } sloot iemands account af.
journal-event-configuration-loaded = { $who } laadde versie { $version } van de inrichting.
journal-event-refused = { $who } vroeg om iets dat niet mag: { $right }.
journal-event-journal-read = { $who } las het journaal.
journal-event-who-looked-seen = { $who } zocht op wie waarnaar keek.
journal-event-looks-exported = { $who } maakte een bestand van alles wat in { $year } is bekeken: { $count ->
    [one] één regel
   *[other] { $count } regels
  }.
journal-event-looks-reviewed = { $who } legde de controle vast op wie keek in { $year }.
journal-event-pattern-settled = { $belonged ->
    [yes] { $who } legde vast dat opvallend kijken bij het werk hoorde.
   *[no] { $who } legde vast dat opvallend kijken is besproken.
}
journal-event-glass-broken = { $who } opende in nood een signaal dat niet het eigen werk is.
journal-event-read-under-glass = { $who } las een signaal met noodtoegang.
journal-event-glass-judged = { $justified ->
    [yes] { $who } vond een noodtoegang terecht.
   *[no] { $who } vond een noodtoegang niet terecht.
}
journal-event-dpia-read = { $who } bekeek de DPIA.
journal-event-dpia-answered = { $who } beantwoordde vraag { $question } van de DPIA.
journal-event-dpia-given-out = { $who } gaf de DPIA uit.
journal-event-claim-entered = { $who } legde een verzoek van een betrokkene vast: { $kind }.
journal-event-claim-read = { $who } las een verzoek van een betrokkene.
journal-event-claim-searched = { $who } zocht voor een verzoek van een betrokkene en vond { $count ->
    [one] één plek
   *[other] { $count } plekken
  }.
journal-event-claim-place-opened = { $who } las passages voor een verzoek van een betrokkene.
journal-event-claim-decided = { $who } besloot over een passage voor een verzoek van een betrokkene.
journal-event-claim-extended = { $who } verlengde de termijn van een verzoek van een betrokkene.
journal-event-claim-rectified = { $who } zette een rectificatie naast een signaal.
journal-event-erasure-proposed = { $who } zette iets op de lijst van wat weg mag, op verzoek van een betrokkene.
journal-event-use-restricted = { $lifted ->
    [yes] { $who } hief de beperking van het gebruik van een signaal op.
   *[no] { $who } beperkte het gebruik van een signaal.
}
journal-event-claim-answered = { $who } gaf antwoord op een verzoek van een betrokkene: { $given } passages gegeven, { $refused } geweigerd.
journal-event-claim-bundled = { $who } stelde samen wat een betrokkene krijgt.
journal-event-list-shown = { $who } bekeek een lijst van { $list }, { $count ->
    [one] 1 regel.
   *[other] { $count } regels.
}
journal-event-processing-log-read = { $who } bekeek het verwerkingslog.
journal-event-decisions-read = { $who } bekeek wat het programma besliste over wie wat mag.
journal-event-decisions-trimmed = Het programma haalde { $count ->
    [one] 1 beslissing
   *[other] { $count } beslissingen
} over wie wat mag weg: de bewaartermijn was voorbij.
journal-event-register-read = { $who } bekeek het verwerkingsregister.
journal-event-processing-log-trimmed = Het programma haalde { $count ->
    [one] 1 regel
   *[other] { $count } regels
} uit het verwerkingslog: de bewaartermijn was voorbij.
journal-list-reports = meldingen
journal-list-signals = signalen
journal-list-duties = wat te doen is
journal-list-own-reports = eigen meldingen
journal-list-quarantine = apart gezette berichten
journal-list-advice = adviesvragen
journal-list-claims = verzoeken van betrokkenen
journal-list-people = accounts
journal-event-figures-read = { $who } bekeek cijfers van { $source } over { $year }, voor { $audience }.
journal-event-bounds-read = { $who } bekeek tussen welke aantallen het aantal personen over { $year } ligt.
journal-event-figures-compared = { $who } vergeleek een bestand van { $count } rijen met de cijfers die er al waren.
journal-event-plan-taken-in = { $who } las { $count } acties van het plan in.
journal-event-action-done = { $who } legde vast dat actie { $number } van het plan is gedaan.
journal-event-action-owned = { $who } legde vast wie verantwoordelijk is voor actie { $number } van het plan.
journal-event-record-added = { $who } legde activiteit { $number } voor het plan vast.
journal-event-record-corrected = { $who } werkte activiteit { $number } voor het plan bij.
journal-event-occasion-written = { $who } schreef aan het stuk “{ $occasion }” over { $period }.
journal-event-occasion-held = { $who } legde vast dat “{ $occasion }” over { $period } is behandeld of aangeboden.
journal-event-occasion-paper-made = { $who } maakte het stuk “{ $occasion }” over { $period }.
journal-event-figures-taken-in = { $who } las cijfers in: { $new } nieuwe, { $corrected } verbeterde.
journal-event-backup-made = { $who } maakte een reservekopie.
journal-event-hold-set = { $who } stelde een bewaarplicht in.
journal-event-hold-lifted = { $who } hief een bewaarplicht op.
journal-event-disposal-proposed = { $count ->
    [one] { $who } zette één ding op de lijst van wat weg mag.
   *[other] { $who } zette { $count } dingen op de lijst van wat weg mag.
}
journal-event-kept-longer = { $who } houdt iets langer dan de termijn.
journal-event-disposal-approved = { $who } keurde een lijst goed van wat weg mag.
journal-event-disposal-returned = { $who } gaf een lijst terug van wat weg mag.
journal-event-disposal-authorised = { $who } gaf een lijst vrij van wat weg mag.
journal-event-disposal-left = { $who } liet iets staan dat op een lijst stond.
journal-event-destroyed = { $who } vernietigde dit.
journal-event-certificate-given-out = { $who } haalde een verklaring van vernietiging op als PDF.
journal-event-disposal-certified = { $who } voerde een lijst uit en maakte de verklaring.
journal-event-archive-exported = { $who } gaf een signaal uit voor het archief.

journal-outcome-more-information = meer informatie nodig
journal-outcome-inspection = controle
journal-outcome-other-department = andere afdeling
journal-outcome-escalate = naar een ander overleg
journal-outcome-hand-over = overdracht
journal-outcome-care = zorg
journal-outcome-intervention = interventie
journal-outcome-case = casus
journal-outcome-not-confirmed = niet bevestigd
journal-outcome-closed-other-help = gesloten met andere hulp
journal-outcome-outside-our-task = niet onze taak
journal-outcome-no-legal-ground = geen wettelijke grond

journal-strand-task = actie
journal-strand-inspection = controle
journal-strand-hand-over = overdracht
journal-strand-other-department = overdracht aan een afdeling
journal-strand-care = zorgvraag
journal-strand-intervention = interventie
journal-strand-case = casus
journal-strand-step-accept = aangenomen
journal-strand-step-refuse = geweigerd
journal-strand-step-finish = afgerond
journal-strand-step-withdraw = ingetrokken
journal-strand-step-number = kenmerk gezet
journal-strand-step-note = antwoord gelezen
journal-strand-step-plan = gepland
journal-strand-step-invite = partner uitgenodigd
journal-strand-step-uninvite = uitnodiging ingetrokken
journal-strand-step-find = bevinding vastgelegd
journal-strand-step-follow-up = vervolg uitgezet
journal-strand-step-consent = antwoord over toestemming vastgelegd
journal-strand-step-reflect = bedenktijd vastgelegd
journal-strand-step-consider = Veilig Thuis overwogen

journal-confirmation-open = nog niet gezegd
journal-confirmation-confirmed = bevestigd
journal-confirmation-not-confirmed = niet bevestigd
journal-confirmation-not-for-us = niet aan ons om te zeggen

right-keep-dpia = de DPIA bijhouden
right-read-reports = meldingen lezen
right-take-in = meldingen aannemen van buiten
right-send-mail = vrijgegeven mail versturen
right-type-report = een melding intypen
right-report-own = zelf iets melden
right-ask-advice = advies vragen
right-give-advice = advies geven
right-triage-reports = beslissen wat er met een melding gebeurt
right-open-reporter = zien wie meldde
right-read-own-reports = eigen meldingen volgen
right-answer-question = een vraag aan de eigen organisatie beantwoorden
right-read-signal = een signaal lezen
right-work-signal = aan een signaal werken
right-enrich = verrijken
right-decide-gate = beslissen over bevragen
right-decide = een besluit vastleggen
right-step-strand = een actie of overdracht bijwerken
right-read-strand = een actie of overdracht lezen
right-mark-acute = als acuut overdragen
right-refer-to-care = zorg vragen
right-give-feedback = terugkoppelen
right-close-signal = een signaal sluiten
right-read-meeting = een agenda lezen
right-run-meeting = een overleg leiden
right-search = zoeken
right-break-glass = in nood een signaal openen
right-read-under-glass = een signaal lezen met noodtoegang
right-handle-claims = verzoeken van betrokkenen afhandelen
right-review-looks = wie keek nalopen en beoordelen
right-read-journal = het journaal lezen
right-read-plan = het plan zien
right-keep-plan = het plan bijhouden
right-keep-figures = cijfers inlezen en tabellen maken
right-read-figures = cijfers zien
right-manage-people = mensen beheren
right-manage-configuration = de inrichting beheren
right-read-retention = zien wat weg mag
right-hold-back = een bewaarplicht instellen
right-approve-disposal = goedkeuren wat weg mag
right-authorise-disposal = vrijgeven wat weg mag
right-dispose = vernietigen
right-export-archive = een signaal uitgeven voor het archief
right-own-account = het eigen account gebruiken

journal-event-safe-contact-read = { $who } bekeek hoe een melder veilig te bereiken is.
journal-event-safe-contact-followed = { $who } bevestigde op te volgen hoe een melder veilig te bereiken is.
journal-event-text-named-reporter = { $who } schreef een tekst waarin stond wie een melding deed, en werd gewaarschuwd.
journal-event-mail-queued = { $who } gaf een mail vrij.
journal-event-mail-tried = Een mail werd aangeboden aan de mailserver.
journal-event-mail-deferred = Een mail kon nog niet weg en wordt opnieuw aangeboden.
journal-event-mail-accepted = De mailserver nam een mail aan.
journal-event-mail-doubted = Volgens een bericht van een mailserver kwam een mail misschien niet aan.
journal-event-mail-failed = Een mail kwam niet aan.
journal-event-mail-failure-settled = { $who } legde vast wat er gebeurde met een mail die niet aankwam.
journal-event-mail-changed = { $who } wijzigde iemands mailadres voor berichten.
journal-event-quarantined-opened = { $who } opende een onleesbaar bericht.
journal-event-quarantined-settled = { $who } handelde een onleesbaar bericht af.
journal-event-recused = { $who } hield { $person } buiten een signaal, want die is betrokken.
journal-event-readmitted = { $who } liet { $person } weer toe bij een signaal.
journal-event-invitations-moved = { $who } wijzigde de uitnodiging van gasten bij een signaal.
journal-event-meeting-moved = { $who } verzette een vergadering van { $from } naar { $to }.
journal-event-meeting-cancelled = { $who } zegde een vergadering af.
journal-event-meeting-reinstated = { $who } liet een vergadering toch doorgaan.
journal-event-attendance-noted = { $who } legde vast dat er { $count } leden waren.
journal-event-substitute-named = { $who } wees { $person } aan als vervanger in een overleg.
journal-event-minutes-approved = { $who } stelde de besluitenlijst vast.
journal-event-brought-read = { $who } las aan tafel wat { $to } van een signaal mag weten.
journal-event-partner-replied = { $who } legde het antwoord van { $to } aan tafel vast.
right-read-brought = lezen wat aan tafel is ingebracht
right-answer-brought = antwoorden op wat aan tafel is ingebracht
