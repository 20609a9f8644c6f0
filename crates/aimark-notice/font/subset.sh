#!/bin/sh
# Makes the fonts in this folder from Noto Sans Medium of Debian (fonts-noto-extra, fonts-noto-cjk-extra): see NOTICE.md.
# Wants fonttools 4.68 or newer: `pip install fonttools`. The same fonts and fonttools give the same bytes.
set -eu
cd "$(dirname "$0")"
noto=${NOTO:-/usr/share/fonts/truetype/noto}
cjk=${NOTO_CJK:-/usr/share/fonts/opentype/noto/NotoSansCJK-Medium.ttc}
# A time stamp of today would make other bytes every day.
export SOURCE_DATE_EPOCH=0
common="--no-hinting --desubroutinize --notdef-outline --name-IDs=0,1,2,5,13,14 --name-languages=0x409 --no-recalc-timestamp --drop-tables+=DSIG,STAT"

# Latin with Vietnamese, Cyrillic with Kazakh, and the signs that stand in such words.
pyftsubset "$noto/NotoSans-Medium.ttf" $common --output-file=NotoSans-Medium.subset.ttf \
    --layout-features=kern,ccmp,locl,mark,mkmk --layout-scripts=DFLT,latn,cyrl \
    --unicodes=U+0020-007E,U+00A0-00FF,U+0100-017F,U+0192,U+01A0-01A1,U+01AF-01B0,U+01CD-01DC,U+0218-021B,U+0259,U+018F,U+02BB-02BC,U+0300-0304,U+0306-030C,U+031B,U+0323,U+0400-045F,U+0490-04F9,U+1E80-1E85,U+1E9E,U+1EA0-1EF9,U+2010-2015,U+2018-201E,U+2022,U+2026,U+2030,U+2032-2033,U+2039-203A,U+20AC,U+20B8,U+20BD,U+2116,U+2122,U+00A9

# Han and Hangul: those of the notices, and those that notices of others are made of.
pyftsubset "$cjk" --font-number=2 $common --output-file=NotoSansCJKsc-Medium.subset.otf \
    --layout-features= --text-file=han-hangul.txt

# Devanagari: every letter and sign of Hindi, with the features that shape it.
pyftsubset "$noto/NotoSansDevanagari-Medium.ttf" $common --output-file=NotoSansDevanagari-Medium.subset.ttf \
    --layout-features=nukt,akhn,rphf,rkrf,blwf,half,vatu,cjct,pres,abvs,blws,psts,haln,ccmp,locl,abvm,blwm,kern,dist \
    --layout-scripts=dev2,deva,DFLT --unicodes=U+0020,U+00A0,U+0900-0903,U+0905-090B,U+090D-090F,U+0910-0911,U+0913-0914,U+0915-0928,U+092A-0930,U+0932,U+0935-0939,U+093C-0943,U+0945,U+0947-0949,U+094B-094D,U+0950,U+0958-095F,U+0964-096F,U+200C-200D,U+25CC
