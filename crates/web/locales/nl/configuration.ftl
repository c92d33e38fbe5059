# SPDX-FileCopyrightText: 2026 The Meldroute authors
# SPDX-License-Identifier: EUPL-1.2

configuration-title = Inrichting
configuration-version = De route zoals ze nu geldt, versie { $version }.
configuration-how = De inrichting staat in bestanden. Een nieuwe versie wordt op de server gecontroleerd en geladen; een signaal dat onderweg is, loopt door.
configuration-mailboxes = Postbussen en achtergrondtaken
configuration-scanner = Virusscanner
configuration-scanner-none = niet ingesteld
configuration-scanner-set = Bestanden bij meldingen worden gecontroleerd op virussen.
configuration-scanner-none-how = Bestanden bij meldingen worden niet gecontroleerd op virussen. Stel clamd in met ‘clamd’ in meldroute.toml.
configuration-outbox = Uitgaande mail
configuration-outbox-sent = Laatst verstuurd: { $at }.
configuration-outbox-not-sent = Nog niets verstuurd sinds het programma startte.
configuration-outbox-waiting = Wachtende mails: { $count }.
configuration-outbox-fails = Er gaat niets weg sinds { $since }; zie het logboek van de server.
configuration-worker-ended = Stopte onverwacht
configuration-worker-stopped = Stopte voor het laatst op { $at } en is opnieuw gestart. Zie het logboek van de server.
configuration-worker-search = Zoeken
configuration-worker-mailbox = Postbussen lezen
configuration-worker-outbox = Mail versturen
configuration-worker-files = Bestanden nakijken
configuration-worker-retention = Bewaren en vernietigen
configuration-worker-processing = Verwerkingslog doorsturen en opschonen
configuration-mailbox-read = Laatst gelezen: { $at }.
configuration-mailbox-not-read = Nog niet gelezen.
configuration-mailbox-works = De postbus werkt.
configuration-mailbox-broken = Werkt niet
configuration-mailbox-fails = De postbus werkt niet sinds { $since }.
configuration-mailbox-unreachable = De mailserver is niet bereikbaar.
configuration-mailbox-certificate = Het certificaat van de mailserver wordt niet vertrouwd.
configuration-mailbox-log-in = De mailserver weigert de naam of het wachtwoord.
configuration-mailbox-folder = Een map is er niet of gaat niet open.
configuration-mailbox-refused = De mailserver doet niet wat nodig is.
configuration-mailbox-settings = De instellingen kloppen niet; zie het logboek van de server.
configuration-mailbox-stuck = { $count ->
    [one] Eén bericht kan niet worden opgeslagen en blijft
   *[other] { $count } berichten kunnen niet worden opgeslagen en blijven
  } in de postbus staan, sinds { $since }. Zie het logboek van de server.
configuration-mailbox-cannot-delete = Het programma kan hier niets verwijderen: de mailserver kent UIDPLUS niet. Wat verwerkt is, blijft staan.
configuration-mailbox-storage = Berichten kunnen hier niet worden opgeslagen; ze staan nog in de postbus. Is de schijf vol?
