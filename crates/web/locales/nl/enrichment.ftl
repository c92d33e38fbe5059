# SPDX-FileCopyrightText: 2026 The Meldroute authors
# SPDX-License-Identifier: EUPL-1.2

# ---- the sources of a signal ----
query-sources-title = Bronnen bevragen
query-sources-intro = Schrijf eerst op wat u wilt weten en waarom. Daarna vraagt u of de bron iets weet. Alleen bij een treffer leest u de gegevens.
query-sources = De bronnen
query-sources-none = Uw gemeente heeft geen bronnen ingesteld.
query-lines = Vragen aan bronnen
query-about-chosen = De vraag gaat over: { $subject }
query-ask-about = Bevraag een bron
query-no-subject = Een vraag gaat altijd over iets dat bij het signaal staat. Er staat nog niets bij.
query-write = Schrijf een vraag op
query-not-connected = niet aangesloten
query-source-asks = Vragen kan met: { $asks }.
query-decided-by = Over elke vraag beslist eerst: { $role }.
query-decided-by-route = Het besluit over bevragen bij dit signaal is genoeg.
query-by-hand = Is een bron niet aangesloten? Vraag het dan na bij wie de bron beheert, en schrijf het antwoord op.

# ---- a new question ----
query-ask-title = Vraag aan { $register }
query-ground-is = Grond: { $ground }
query-keep = { $days ->
    [one] Het antwoord is 1 dag te zien.
   *[other] Het antwoord is { $days } dagen te zien.
}
query-subject = Over wie of wat
query-by = Waarmee vraagt u?
query-needed = Wat is nodig?
query-fields = Welke gegevens heeft u nodig?
query-fields-hint = Kies alleen wat u nodig heeft. Andere gegevens worden niet gelezen.
query-fields-none = Kies minstens één gegeven.
query-reason = Waarom is dit nodig?
query-reason-hint = Wat kunt u zonder dit antwoord niet beoordelen?
query-ask-submit = Leg de vraag vast

inquiry-place = een plaats in woorden
inquiry-address = een adres
inquiry-residence = een gebouw en een periode
inquiry-citizen = een burgerservicenummer
inquiry-person = een naam en geboortedatum
inquiry-company = een KVK-nummer
inquiry-company-name = een bedrijfsnaam
inquiry-words = woorden

inquiry-field-place = Plaats
inquiry-field-postcode = Postcode
inquiry-field-number = Huisnummer
inquiry-field-letter = Huisletter
inquiry-field-addition = Toevoeging
inquiry-field-object = BAG-nummer van het gebouw
inquiry-field-from = Vanaf
inquiry-field-until = Tot en met
inquiry-field-bsn = Burgerservicenummer
inquiry-field-surname = Achternaam
inquiry-field-born = Geboren op
inquiry-field-company = KVK-nummer
inquiry-field-company-name = Bedrijfsnaam
inquiry-field-words = Woorden
inquiry-hint-place = Straat, nummer en plaats.
inquiry-hint-postcode = Vier cijfers en twee letters.
inquiry-hint-object = Zestien cijfers. U vindt ze met een vraag aan de BAG of aan PDOK.
inquiry-hint-bsn = Negen cijfers.
inquiry-hint-surname = De hele achternaam, zonder voornamen.
inquiry-hint-company = Acht cijfers.
inquiry-hint-words = Precies zoals het in de tabel staat.
inquiry-wrong-postcode = Vul een postcode in: vier cijfers en twee letters.
inquiry-wrong-number = Vul een huisnummer in, alleen cijfers.
inquiry-wrong-letter = Maak dit korter: één letter, of een toevoeging van hooguit vier tekens.
inquiry-wrong-object = Vul een BAG-nummer in: zestien cijfers.
inquiry-wrong-until = De laatste dag ligt voor de eerste, of ontbreekt.
inquiry-wrong-day = Vul een datum in.
inquiry-wrong-bsn = Vul een burgerservicenummer in: negen cijfers.
inquiry-wrong-company = Vul een KVK-nummer in: acht cijfers.
inquiry-wrong-surname = Vul een hele achternaam in, zonder sterretje.
inquiry-wrong-words = Vul dit in, met hooguit 200 tekens.
inquiry-other-subject = Dit gaat over iets anders dan het onderwerp dat u koos. Neem over wat bij het onderwerp staat, of zet dit eerst als onderwerp bij het signaal. Een nummer uit het register vindt u door eerst op naam of adres te vragen.

# ---- one question ----
query-title = Vraag aan { $register }
query-state-waiting = wacht op besluit
query-state-refused = mag niet
query-state-withdrawn = ingetrokken
query-state-ready = mag, nog niet gevraagd
query-state-no-hit = geen treffer
query-state-hit = treffer, nog niet gelezen
query-state-answered = gelezen
query-state-expired = antwoord verlopen
query-sentence-waiting = Deze vraag wacht op een besluit. Daarover beslist: { $role }.
query-sentence-refused = { $who } gaf op { $date } geen toestemming. De bron wordt niet bevraagd.
query-sentence-withdrawn = { $who } trok deze vraag op { $date } in. De bron wordt niet verder bevraagd.
query-sentence-ready = Deze vraag mag worden gesteld. Er is nog geen antwoord.
query-sentence-no-hit = Geen treffer: de bron weet hier niets van. Er wordt niet verder gevraagd.
query-sentence-hit = { $count ->
    [one] Treffer: de bron weet hier iets van. Er is nog niets gelezen.
   *[other] Treffer: de bron heeft hier { $count } gegevens over. Er is nog niets gelezen.
}
query-sentence-answered = De gegevens zijn gelezen. Ze zijn te zien tot en met { $date }.
query-sentence-expired = De tijd van dit antwoord liep tot en met { $date }. De gegevens zijn niet meer te zien.
query-question = De vraag
query-fact-source = Bron
query-fact-asked = Gevraagd met
query-fact-fields = Gegevens die nodig zijn
query-fact-ground = Grond
query-fact-reason = Waarom
query-fact-by = Opgeschreven
query-fact-granted = Toestemming
query-fact-refused = Geen toestemming
query-fact-withdrawn = Ingetrokken
query-by-at = { $who }, { $when }
query-asked-place = plaats: { $what }
query-asked-address = adres: { $what }
query-asked-residence = BAG-nummer { $object }, van { $from } tot en met { $until }
query-asked-citizen = burgerservicenummer { $what }
query-asked-person = { $name }, geboren op { $date }
query-asked-company = KVK-nummer { $what }
query-asked-company-name = bedrijfsnaam: { $what }
query-asked-words = woorden: { $what }

query-answer = Het antwoord
query-answer-open = { $count ->
    [one] Lees het antwoord (1 gegeven)
   *[other] Lees het antwoord ({ $count } gegevens)
}
query-answer-more = De bron weet meer dan hier staat. Stel een preciezere vraag als dat nodig is.
query-read-from = Gelezen uit { $register } op { $when }. Te zien tot en met { $date }.
query-attempts = Wanneer is de bron bevraagd?
query-attempt-look = { $when }, { $who } vroeg of de bron iets weet: { $end }.
query-attempt-read = { $when }, { $who } las de gegevens: { $end }.
query-attempt-answered = de bron gaf antwoord
query-attempt-open = hoe het afliep is niet bekend
query-note-why = Wat anderen moeten weten, schrijft u op in een notitie. Leden en gasten van een overleg zien deze vraag en het antwoord niet.

query-decide-granted = Mag deze vraag worden gesteld?
query-decide-yes = Ja, dit mag worden gevraagd
query-decide-yes-hint = Alleen deze vraag, alleen deze gegevens.
query-decide-no = Nee
query-decide-no-hint = De bron wordt niet bevraagd. Het signaal gaat gewoon verder.
query-decide-reason = Waarom wel of niet?
query-decide-reason-hint = Is het nodig, kan het niet met minder, en past het bij de grond?
query-decide-submit = Leg het besluit over de vraag vast
query-look = Vraag of de bron iets weet
query-look-why = U hoort alleen of er een treffer is. Er wordt nog niets gelezen.
query-read = Lees de gegevens
query-read-why = Alleen de gekozen gegevens worden gelezen en verzegeld bewaard. Niet meer nodig? Trek de vraag dan in.
query-withdraw = Trek de vraag in
query-withdraw-reason = Waarom is de vraag niet meer nodig?

query-trouble-not-set-up = De aansluiting op deze bron klopt niet. Er is niets beantwoord. Vraag de beheerder om de instellingen na te kijken.
query-trouble-unreachable = De bron is niet te bereiken. Probeer het later nog eens. Het signaal hoeft hier niet op te wachten.
query-trouble-certificate = Het certificaat van de bron klopt niet. Probeer het niet opnieuw, maar vraag de beheerder om ernaar te kijken.
query-trouble-timed-out = De bron gaf niet op tijd antwoord. Probeer het later nog eens. Het signaal hoeft hier niet op te wachten.
query-trouble-log-in = De bron kent onze sleutel niet. Vraag de beheerder om de sleutel na te kijken.
query-trouble-forbidden = De bron staat deze vraag niet toe. Vraag de privacy officer of de autorisatie klopt.
query-trouble-refused = De bron begrijpt deze vraag niet. Kijk of alles goed is ingevuld, trek de vraag in en schrijf een nieuwe op.
query-trouble-too-often = De bron is te vaak bevraagd. Probeer het over een uur nog eens.
query-trouble-down = De bron heeft zelf een storing. Probeer het later nog eens. Het signaal hoeft hier niet op te wachten.
query-trouble-answer = Het antwoord van de bron was niet te lezen. Er is niets van bewaard. Vraag de beheerder om ernaar te kijken.

done-query-written = De vraag is opgeschreven. Er is nog niets gevraagd.
done-query-decided = Het besluit over de vraag is vastgelegd.
done-query-withdrawn = De vraag is ingetrokken.
done-query-hit = De bron weet hier iets van.
done-query-no-hit = De bron weet hier niets van.
done-query-read = De gegevens zijn gelezen.

# ---- fields of registers ----
register-field-address = adres
register-field-postcode = postcode
register-field-municipality = gemeente
register-field-address-id = nummer van het adres
register-field-object-id = BAG-nummer van het gebouw
register-field-building-id = nummer van het pand
register-field-use = gebruiksdoel
register-field-surface = oppervlakte
register-field-status = status
register-field-built = bouwjaar
register-field-name = naam
register-field-birth-date = geboortedatum
register-field-age = leeftijd
register-field-sex = geslacht
register-field-bsn = burgerservicenummer
register-field-secrecy = geheimhouding
register-field-suspended = opschorting van de bijhouding
register-field-under-investigation = in onderzoek
register-field-period = periode
register-field-residents = bewoners
register-field-possible-residents = mogelijke bewoners
register-field-count = aantal
register-field-company-number = KVK-nummer
register-field-branch-number = vestigingsnummer
register-field-kind = soort vestiging
register-field-trade-names = handelsnamen
register-field-activities = activiteiten
register-field-started = begonnen op
register-field-ended = gestopt op
register-field-staff = aantal medewerkers
register-field-legal-form = rechtsvorm

# ---- gates ----
gates-title = Open poorten
gates-intro = Besluiten die nog genomen moeten worden voordat een bron wordt bevraagd.
gates-none = Er wacht geen besluit. Alle poorten zijn beslist.
gates-due = Uiterlijk
gates-signal = Signaal
gates-about = Waarover
gates-who = Wie beslist
gates-since = Wacht sinds
gates-what-gate = Mogen er bronnen worden bevraagd?
gates-what-query-decision = Mag deze vraag aan een bron worden gesteld?

# ---- on the page of a signal ----
signal-act-query-decide = Beslis over de vraag aan { $register }
signal-act-query-look = Stel de vraag aan { $register }
signal-act-query-read = Lees of stop: { $register }

# ---- on the page of the administrator ----
configuration-registers = Bronnen
configuration-register-connected = aangesloten
