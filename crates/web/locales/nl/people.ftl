# SPDX-FileCopyrightText: 2026 The Meldroute authors
# SPDX-License-Identifier: EUPL-1.2

log-in-title = Inloggen
log-in-municipality = Gemeente
log-in-name = Gebruikersnaam
log-in-password = Wachtwoord
log-in-code = Code van zes cijfers
log-in-code-hint = Uit de app op uw telefoon.
log-in-button = Log in
log-in-lost = Wachtwoord of telefoon kwijt? Vraag uw beheerder om een nieuwe toegang.
log-in-wrong = De gebruikersnaam, het wachtwoord of de code klopt niet
log-in-wait = Er is te vaak iets verkeerd ingevuld. Probeer het om { $time } weer.
log-in-demo-title = Probeer het als
log-in-demo-text = Kies een rol. U ziet dan wat iemand met die rol ziet, en niet meer.

account-title = Mijn account
account-name = Naam
account-login = Gebruikersnaam
account-roles = Rollen
account-language = Taal van de schermen
account-save = Gebruik deze taal
account-lost = Nieuw wachtwoord of andere telefoon? Vraag uw beheerder om een nieuwe toegang.
done-language = De taal van uw schermen is gewijzigd.

role-coordinator = Coördinator
role-contact-officer = Aandachtsfunctionaris
role-enricher = Verrijker
role-privacy-officer = Privacy officer
role-body-member = Lid van een overleg
role-guest = Gast van een overleg
role-enforcement-officer = Toezichthouder
role-care-coordinator = Zorgcoördinator
role-chain-partner = Ketenpartner
role-board = Bestuur
role-administrator = Beheerder
role-regional-analyst = Regionale analist

role-does-coordinator = Ontvangt meldingen, maakt signalen, bereidt het overleg voor
role-does-contact-officer = Weegt mee en is aanspreekpunt voor collega’s
role-does-enricher = Zoekt aanvullende feiten bij een signaal
role-does-privacy-officer = Besluit over bevragingen en ziet wie wat bekeek
role-does-body-member = Weegt mee en besluit mee
role-does-guest = Ziet alleen waarvoor hij of zij is uitgenodigd
role-does-enforcement-officer = Ziet alleen eigen acties en controles
role-does-care-coordinator = Werkt in het afgesloten deel voor zorg
role-does-chain-partner = Ziet eigen meldingen en wat is overgedragen
role-does-board = Ziet alleen cijfers
role-does-administrator = Beheert mensen en inrichting, ziet geen inhoud
role-does-regional-analyst = Ziet alleen cijfers
