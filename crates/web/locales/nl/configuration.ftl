# SPDX-FileCopyrightText: 2026 The Meldroute authors
# SPDX-License-Identifier: EUPL-1.2

configuration-title = Inrichting
configuration-version = De route zoals ze nu geldt, versie { $version }.
configuration-how = De inrichting staat in bestanden. Een nieuwe versie wordt op de server gecontroleerd en geladen; een signaal dat onderweg is, loopt door.
configuration-mailboxes = Postbussen
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
