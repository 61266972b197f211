"""The region each country belongs to: the standard of the Statistics Division of the United Nations (M49).

https://unstats.un.org/unsd/methodology/m49/ ; codes that M49 lacks follow CLDR's territory containment.
"""

from __future__ import annotations

_COUNTRIES = {
    "002": """
        AC AO BF BI BJ BW CD CF CG CI CM CV DG DJ DZ EA EG EH ER ET GA GH GM GN GQ GW IC IO KE KM LR LS LY MA
        MG ML MR MU MW MZ NA NE NG RE RW SC SD SH SL SN SO SS ST SZ TA TD TF TG TN TZ UG YT ZA ZM ZW
    """,
    "019": """
        AG AI AR AW BB BL BM BO BQ BR BS BV BZ CA CL CO CR CU CW DM DO EC FK GD GF GL GP GS GT GY HN HT JM KN
        KY LC MF MQ MS MX NI PA PE PM PR PY SR SV SX TC TT US UY VC VE VG VI
    """,
    "142": """
        AE AF AM AZ BD BH BN BT CN CY GE HK ID IL IN IQ IR JO JP KG KH KP KR KW KZ LA LB LK MM MN MO MV MY NP
        OM PH PK PS QA SA SG SY TH TJ TL TM TR TW UZ VN YE
    """,
    "150": """
        AD AL AT AX BA BE BG BY CH CQ CZ DE DK EE ES FI FO FR GB GG GI GR HR HU IE IM IS IT JE LI LT LU LV MC
        MD ME MK MT NL NO PL PT RO RS RU SE SI SJ SK SM UA VA XK
    """,
    "009": """
        AQ AS AU CC CK CP CX FJ FM GU HM KI MH MP NC NF NR NU NZ PF PG PN PW SB TK TO TV UM VU WF WS
    """,
}

REGIONS = tuple(_COUNTRIES)
"""Codes of the regions, in the order they are listed: Africa, Americas, Asia, Europe, Oceania."""

REGION_OF = {country: region for region, countries in _COUNTRIES.items() for country in countries.split()}
"""ISO 3166-1 alpha-2 code → code of its region."""
