# SPDX-FileCopyrightText: 2026 The Meldroute authors
# SPDX-License-Identifier: EUPL-1.2

act-stop = Stop zonder vastleggen
act-optional = mag leeg
act-choose = Kies
act-missing = Vul dit in.
act-too-long = Maak dit korter: er passen 20.000 tekens in.
act-missing-choice = Kies een antwoord.
act-bad-date = Geef een dag vanaf vandaag, hoogstens een jaar vooruit.
act-unknown-choice = Kies iets uit de lijst.

act-gate-title = Mogen er bronnen worden bevraagd?
act-gate-granted = Besluit
act-gate-yes = Ja, bevragen mag
act-gate-yes-hint = Alleen de bronnen die hiervoor nodig zijn.
act-gate-no = Nee
act-gate-no-hint = Het signaal gaat dan naar { $step }.
act-gate-ground = Op grond waarvan?
act-gate-ground-hint = Noem de wet en het artikel. Bij ‘nee’ mag dit leeg blijven.
act-gate-reason = Waarom?
act-gate-submit = Leg het besluit vast

act-observe-title = Voeg een waarneming toe
act-observe-intro = Schrijf op wat er is gezien of gehoord. Wat we ervan denken, hoort bij de duiding.
act-observe-text = Wat is er gezien of gehoord?
act-observe-observed = Wanneer?
act-observe-observed-hint = In de woorden van wie het zag. Bijvoorbeeld ‘zaterdagavond rond tien uur’.
act-observe-observer = Wie zag het?
act-observe-observer-hint = Een rol, zoals ‘wijkhandhaver’. Nooit de naam van de melder.
act-observe-first-hand = Hoe weet diegene dat?
act-observe-first-hand-yes = Zelf gezien
act-observe-first-hand-no = Van horen zeggen
act-observe-report = Uit welke melding?
act-observe-report-none = Niet uit een melding
act-observe-submit = Voeg de waarneming toe

act-assess-title = Duiding
act-assess-intro = Wat denken we dat het is, en waarom? Eerdere duidingen blijven staan.
act-assess-forms = Welke vorm van uitbuiting?
act-assess-form-outside-focus = Valt buiten het plan, maar kan wel worden vastgelegd.
act-assess-indicators = Aanwijzingen bij { $form }
act-assess-indicators-hint = Lijst { $version }. Eén aanwijzing bewijst niets, en geen aanwijzing sluit niets uit. Ze worden niet opgeteld.
act-assess-indicators-source = Bron van de lijst: { $source }
act-assess-indicators-closed = Toon de aanwijzingen bij { $form } ({ $count })
act-assess-urgency = Hoe snel moet dit?
act-assess-urgency-normal = Gewoon
act-assess-urgency-high = Spoed
act-assess-minor = Is er een minderjarige bij betrokken?
act-assess-minor-yes = Ja
act-assess-minor-hint = Dan wordt Veilig Thuis altijd overwogen. Dwang hoeft niet te worden aangetoond. Neem nooit uit uzelf contact op met de ouders.
act-assess-minor-no = Nee
act-assess-minor-unknown = Niet bekend
act-assess-about = Waar gaat het over?
act-assess-about-unclear = Nog niet duidelijk
act-assess-about-person = Een persoon
act-assess-about-location = Een plaats of bedrijf
act-assess-source-grade = Hoe betrouwbaar is de bron?
act-assess-source-grade-unknown = Niet te zeggen
act-assess-source-grade-reliable = Betrouwbaar
act-assess-source-grade-mostly = Meestal betrouwbaar
act-assess-source-grade-unreliable = Niet betrouwbaar
act-assess-information-grade = Hoe zeker is de inhoud?
act-assess-information-grade-unknown = Niet te zeggen
act-assess-information-grade-seen = Door de bron zelf gezien
act-assess-information-grade-confirmed = Gehoord en bevestigd
act-assess-information-grade-hearsay = Van horen zeggen
act-assess-place = Waar?
act-assess-explanation = Wat denken we, en waarom?
act-assess-weighing = Hoe wegen we het?
act-assess-submit = Leg de duiding vast

act-subject-title = Over wie of wat gaat het?
act-subject-intro = Zet alleen neer wat nodig is. Een persoon alleen als het zonder niet kan.
act-subject-kind = Wat is het?
act-subject-value = Adres, naam, kenteken, nummer of website
act-subject-part = Rol, bij een persoon
act-subject-reason = Waarom staat het hier?
act-subject-submit = Voeg toe
act-strike-title = Doorhalen
act-strike-intro = ‘{ $value }’ telt dan niet meer, maar blijft zichtbaar.
act-strike-reason = Waarom klopt dit niet?
act-strike-submit = Haal door
act-unlink-title = Haal een melding uit dit signaal
act-unlink-intro = De melding van { $who } staat dan weer bij de nieuwe meldingen. Wat de melder nog moet horen, gaat mee.
act-unlink-reason = Waarom hoort de melding hier niet?
act-unlink-submit = Haal de melding eruit

act-note-title = Notitie bij de verrijking
act-note-source = Welke bron?
act-note-source-hint = Bijvoorbeeld ‘BAG’ of ‘vergunningen’.
act-note-text = Wat is er gevonden?
act-note-text-hint = Ook als er niets is gevonden, is dat iets om op te schrijven.
act-note-submit = Voeg de notitie toe

act-owner-title = Geef dit signaal aan een ander
act-owner-intro = Nu is het van { $owner }. Wie een signaal heeft, zorgt dat het verder komt.
act-owner-owner = Aan wie?
act-owner-submit = Geef het signaal

act-decide-title = Neem een besluit
act-decide-outcome = Besluit
act-decide-reason = Reden, in één regel
act-decide-submit = Leg het besluit vast
act-decide-fields = Bij ‘{ $outcome }’
act-decide-task = Wat zoeken we uit?
act-decide-who = Wie?
act-decide-by = Uiterlijk
act-decide-power = Op grond van welke bevoegdheid?
act-decide-power-hint = Zonder bevoegdheid geen controle. Noem de wet of verordening.
act-decide-purpose = Wat is het eigen doel van de controle?
act-decide-departments = Naar welke afdeling?
act-decide-department-what = Wat vragen we van hen?
act-decide-partners = Aan wie?
act-decide-partners-hint = Meer dan één mag. Elke overdracht loopt apart.
act-decide-partner-what = Wat dragen we over?
act-decide-partner-what-hint = Niet meer dan nodig.
act-decide-partner-ground = Op grond waarvan?
act-decide-care-what = Wat moet de zorgcoördinator weten om te beginnen?
act-decide-field = Welk soort interventie?
act-decide-intervention-what = Wat gaan we doen?
act-decide-case-partner = Wie leidt de casus?
act-decide-case-what = Waar gaat de casus over?
act-decide-condition-why = Waarom?
act-decide-condition-yes = Ja
act-decide-condition-no = Nee
act-decide-condition-not-met = Dan kan het signaal daar niet heen. Kies een ander besluit.
act-decide-condition-must = Dit moet gelden, anders kan het signaal niet naar { $body }.
act-decide-hint-more-information = Iemand zoekt iets uit; het signaal komt terug
act-decide-hint-inspection = Concreet genoeg voor een bezoek
act-decide-hint-other-department = Een afdeling neemt het over
act-decide-hint-escalate = Sterk genoeg en van belang voor meer partijen
act-decide-hint-hand-over = Aan één of meer partners tegelijk
act-decide-hint-care = De zorgcoördinator neemt contact op
act-decide-hint-intervention = Een maatregel
act-decide-hint-case = Samen met partners
act-decide-hint-not-confirmed = Geen aanwijzing voor mensenhandel
act-decide-hint-closed-other-help = Er is andere hulp gevonden
act-decide-hint-outside-our-task = Doorverwezen
act-decide-hint-no-legal-ground = We mogen niet verder

act-acute-title = Acuut gevaar
act-acute-intro = Bel bij direct gevaar eerst 112. Hiermee draagt u het signaal meteen over aan { $partner }. De overdracht wordt vastgelegd en iedereen ziet dat het acuut is.
act-acute-reason = Wat is het gevaar?
act-acute-reason-hint = Dit gaat naar { $partner }.
act-acute-submit = Draag over aan { $partner }

act-care-title = Vraag zorg aan
act-care-intro = Zorg wacht niet op een besluit. Het verzoek gaat naar de zorgcoördinator bij { $partner }, en staat los van de rest van het signaal.
act-care-what = Wat moet de zorgcoördinator weten om te beginnen?
act-care-submit = Vraag zorg aan

act-hand-over-title = Bied aan partners aan
act-hand-over-intro = Elke partner krijgt alleen wat u hier opschrijft, en antwoordt apart.
act-hand-over-submit = Bied aan

act-feedback-title = Terugkoppeling
act-feedback-intro-receipt = Bericht van ontvangst aan { $who }.
act-feedback-intro-outcome = Bericht over de uitkomst aan { $who }.
act-feedback-by-hand = Het programma verstuurt niets. U stuurt of vertelt dit zelf, en legt hier vast wat u heeft gezegd.
act-feedback-safe = Kijk eerst in de melding hoe de melder veilig te bereiken is.
act-feedback-text = De tekst
act-feedback-text-hint = Lees en pas aan waar nodig. Noem geen namen, geen adres en geen verdenking.
act-feedback-way = Hoe geeft u het door?
act-feedback-submit = Geef vrij en leg vast
act-feedback-english = Engelse tekst

act-withhold-title = Geen terugkoppeling
act-withhold-intro = { $who } hoort dan niets. De reden blijft bij het signaal staan.
act-withhold-reason = Waarom niet?
act-withhold-submit = Geef geen terugkoppeling

act-back-title = Stuur terug
act-back-intro = Het signaal gaat terug naar { $step }, en kan daar opnieuw worden besproken.
act-back-reason = Waarom?
act-back-submit = Stuur terug

act-close-title = Sluit dit signaal
act-close-intro = Daarna verandert er niets meer aan dit signaal. Komt er iets nieuws, dan wordt het een nieuw signaal.
act-close-confirmation = Is het vermoeden bevestigd?
act-close-confirmation-confirmed = Bevestigd
act-close-confirmation-not-confirmed = Niet bevestigd
act-close-not-confirmed-hint = Dat is iets anders dan ‘niets gedaan’.
act-close-confirmation-not-for-us = Niet aan ons om te zeggen
act-close-result = Wat kwam eruit?
act-close-result-hint = In één of twee zinnen, zonder namen.
act-close-submit = Sluit het signaal

