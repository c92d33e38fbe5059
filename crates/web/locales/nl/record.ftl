# SPDX-FileCopyrightText: 2026 The Meldroute authors
# SPDX-License-Identifier: EUPL-1.2

record-title = Wat we deden
record-lead = Trainingen, campagnes, lessen, folders, overleg en afspraken. Wat hier staat, kan een actie uit het plan bewijzen. Schrijf niets over personen.
record-none = Er is nog niets vastgelegd.
record-new = Leg iets vast
record-what = Wat
record-what-hint = Een paar woorden, zoals: training voor de balie.
record-on = Op welke dag?
record-day = Dag
record-fields = Gegevens
record-optional = (mag leeg blijven)
record-review = Opnieuw bekijken op
record-review-hint = Wanneer moet iemand hier weer naar kijken? Bijvoorbeeld omdat een afspraak afloopt of folders op kunnen zijn. Mag leeg blijven.
record-add = Leg vast
record-save = Werk bij
record-proves = Dit bewijst
record-proves-nothing = Dit bewijst nog geen actie uit het plan. Kies het bij een actie, onder Waaruit blijkt het?
record-counts = { $count ->
    [one] bewijst één actie
   *[other] bewijst { $count } acties
}
record-all = Wat we deden: trainingen, campagnes, folders, afspraken
record-error-title = Schrijf op wat het was, in hooguit 500 tekens
record-error-on = Kies een dag tot en met vandaag
record-error-value = Vul alle gegevens in. Waar om een aantal wordt gevraagd, hoort een heel getal
record-error-review = Kies een dag na de dag waarop het was
done-record = Vastgelegd.
