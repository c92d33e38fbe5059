# SPDX-FileCopyrightText: 2026 The Meldroute authors
# SPDX-License-Identifier: EUPL-1.2

shell-skip = Naar de inhoud
shell-wrong = Fout:
shell-demo = Demonstratie: alle personen en meldingen zijn verzonnen.
shell-place = Gemeente { $name }
shell-search = Zoeken in signalen en meldingen
shell-search-short = Zoeken
shell-other-language = English
shell-other-language-short = EN
shell-account = Mijn account
shell-keys = Sneltoetsen gebruiken
shell-log-out = Uitloggen
shell-log-out-unsent = Er staat nog een melding klaar die niet is verstuurd. Bij uitloggen wordt zij gewist. Toch uitloggen?
shell-confidential = Vertrouwelijk: alleen voor wie ermee werkt

nav-main = Hoofdmenu
nav-today = Vandaag
nav-report-own = Melden
nav-own-reports = Eigen meldingen
nav-advice = Advies
nav-reports = Meldingen
nav-signals = Signalen
nav-tasks = Opdrachten
nav-meetings = Overleggen
nav-plan = Plan
nav-figures = Beeld
nav-glass = Noodtoegang
nav-privacy = Privacy
nav-retention = Bewaren
nav-administration = Beheer

form-wrong = Er is iets niet in orde

date-yesterday = gisteren

shell-breadcrumb = Kruimelpad
shell-paging = Bladeren
form-stop = Terug zonder wijzigen
