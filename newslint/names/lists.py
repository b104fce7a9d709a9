"""The closed lists that tell a name from the capitalised words beside it. No list of names is needed."""

HONORIFICS = frozenset("mr mrs ms miss mx dr sir dame lord lady baroness baron prof professor rev reverend fr".split())
MALE = frozenset("mr sir lord baron king prince duke count father brother fr herr monsieur".split())
FEMALE = frozenset("mrs ms miss dame lady baroness queen princess duchess countess sister madame".split())
# Titles and offices that stand before a name with a capital. What follows the last of them is the name.
TITLES = HONORIFICS | frozenset(
    "president vice-president premier chancellor minister secretary ambassador envoy commissioner senator sen rep "
    "representative congressman congresswoman gov governor lt-gov mayor mp mep mla councillor cllr alderman speaker "
    "king queen prince princess duke duchess earl viscount count countess emperor sultan emir sheikh sheik shaikh "
    "pope cardinal archbishop bishop father sister brother pastor canon rabbi imam ayatollah mullah capt captain "
    "col colonel gen general brig brigadier maj major lt lieutenant sgt sergeant cpl corporal pte private pfc adm "
    "admiral cmdr commander commodore cdr marshal insp inspector supt superintendent det detective pc constable "
    "sheriff trooper officer chief justice judge magistrate attorney solicitor coroner prosecutor chairman "
    "chairwoman chairperson chair director manager coach captain head deputy leader spokesman spokeswoman "
    "spokesperson analyst editor correspondent reporter ceo cfo coo cto founder co-founder author singer actor "
    "actress striker midfielder defender goalkeeper quarterback pitcher economist historian herr monsieur madame "
    "signor senor whip".split())
# Beside a title they belong to it: Deputy Foreign Minister, Vice Chancellor, Acting Head.
OFFICES = frozenset(
    "deputy vice acting former ex first prime foreign defence defense interior home health finance justice "
    "education trade economy energy transport culture labour labor treasury chief executive managing assistant "
    "associate senior junior general state shadow permanent under police fire district county crown high court "
    "supreme lead head".split())
PARTICLES = ("de da di do dos das del della der den van von vom zu la le ten ter af av al el bin ibn bint ben abu y e "
             "du des st").split()
# Capitalised because a sentence starts, or always, and never a name.
FUNCTION = frozenset(
    "a about above according across after again against ago all almost along already also although always am amid "
    "among an and another any anyone anything are around as asked at away back be because been before behind being "
    "below beside besides between beyond both but by can could despite did do does doing done down due during each "
    "earlier either else elsewhere even eventually ever every everyone everything except few finally first five for "
    "former formerly four from further get given go good great had half has have having he hence her here hers him "
    "his how however i if in including indeed inside instead into is it its itself just last late later latest "
    "least less let like likewise little long look made make making many may maybe me meanwhile might mine more "
    "moreover most mostly much must my near nearly neither never nevertheless new next nine no nobody none "
    "nonetheless nor not nothing now of off often oh ok on once one only onto or other others otherwise our out "
    "outside over overall own part people perhaps please plus previously quite rather really recent recently right "
    "said same say says second see seen separately seven several shall she should similarly since six so some "
    "someone something sometimes soon speaking still such take ten than thanks that the their them then there "
    "thereafter therefore these they third this those though three through throughout thus to today together "
    "tomorrow tonight too towards two under unfortunately unless unlike until up upon us use very was we well were "
    "what whatever when whenever where whereas whether which while who whoever whose why will with within without "
    "would yes yesterday yet you your i'm i've it's that's there's he's she's they're we're you're don't can't "
    "won't didn't isn't doesn't let's what's who's adding asked based born using writing written eight eleven "
    "twelve hundreds thousands millions dozens early thank wow monday tuesday wednesday thursday friday saturday "
    "sunday january february march april may june july august september october november december jan feb mar apr "
    "jun jul aug sept sep oct nov dec mon tue wed thu fri sat sun christmas easter ramadan ad bc am pm gmt bst".split())
# Words of the names of bodies, places and works: such a run of capitals is no person.
BODIES = frozenset(
    "academy act agency air airlines airport airways albion alliance army arena assembly association athletic "
    "authority battalion average award awards bank bay beach board books borough bridge brigade broadcasting "
    "building bureau cabinet capital castle cathedral center centre century challenge chamber championship "
    "championships charity church circuit city civil classic club coalition coast college commission committee "
    "commons communications community companies company congress constitution consulting convention corp "
    "corporation corps council county court cup daily day democrat democratic democrats department derby "
    "development district division drive east eastern education electronics embassy empire energy enterprise "
    "enterprises europe exchange express federal federation festival field film films final finals financial fleet "
    "food foods football force forces forest forum foundation front fund games garden gardens gate global gold "
    "government grand group guard guardian gulf hall harbour health herald hill hills holdings holiday home "
    "hospital hotel house inc index industries initiative inn institute institution insurance intelligence "
    "international internet investment investments island islands journal junction kingdom lake lane law league "
    "legion liberal library limited line lords ltd magazine mail mall mansion market marathon masters media medal "
    "memorial mill mills ministry mobile motor motors mount mountain mountains museum music national nations navy "
    "network networks news north northern ocean office official oil olympic olympics open opera orchestra order "
    "organisation organization oscar oscars palace panel park parliament partners partnership party pictures plan "
    "plaza plc police port post power premier premiership press prison prix prize productions program programme "
    "project protection province radio railway rangers records red region regional register religious report "
    "republic republican republicans research resources revenue review rights river road rovers royal rugby school "
    "sea securities security senate series service services shield show social society software solutions south "
    "southern square stadium standard star state states station steel stock stores street strip studio studios "
    "summit supermarkets system systems tech technologies technology telecom telegraph television territory theatre "
    "theater times tower town trade treaty tribune trophy trust tunnel tv union united university valley village "
    "wales war water way week west western wing women world yard young youth".split())
DEMONYMS = frozenset(
    "african afghan albanian algerian american argentine argentinian armenian asian australian austrian azerbaijani "
    "bangladeshi basque belarusian belgian bolivian bosnian brazilian briton british bulgarian burmese cambodian "
    "canadian catalan chechen chilean chinese colombian conservative croatian cuban cypriot czech danish dutch "
    "ecuadorian egyptian emirati english estonian ethiopian european fijian filipino finnish flemish french "
    "georgian german ghanaian greek hindu hungarian icelandic indian indonesian iranian iraqi irish islamic israeli "
    "italian ivorian jamaican japanese jewish jordanian kazakh kenyan kiwi korean kosovan kurd kurdish kuwaiti "
    "labour labor latvian lebanese libyan lithuanian macedonian malaysian maltese mexican moldovan moroccan "
    "mozambican muslim namibian nepalese nigerian norwegian pakistani palestinian peruvian philippine polish "
    "portuguese puerto qatari romanian russian rwandan saudi scot scots scottish senegalese serbian serb "
    "singaporean slovak slovenian somali soviet spanish sri sudanese swede swedish swiss syrian taiwanese tanzanian "
    "thai tory tunisian turkish ugandan ukrainian uruguayan uzbek venezuelan vietnamese welsh yemeni zambian "
    "zimbabwean".split())
# Half of a given name, as a rule: Abdel Kareem and Adel are two.
HALVES = frozenset(
    "abd abdel abdul abdoul abu al ben bin de el ibn la le los mac mc saint san santa st umm van von".split())
# Family names that come first: of people of one family the rest must not be held against each other.
FAMILY_FIRST = frozenset(
    "ahn bae bai bao cai cao chan chang chen cheng cho choi chow chung dai deng ding dong du fan fang feng fu gao "
    "gu guo han he ho hong hou hu huang hwang jang jeon jeong ji jia jiang jin jo jung kang kim ko kong kwon lam "
    "lau lee leung li liang liao lim lin liu long lu luo ma mao meng moon ngo nguyen oh pak pan park peng pham qian "
    "qin ren ri ryu seo shen shi shin sim sin sohn son song su sun tan tang tian tran tsai wan wang wei wen wong "
    "woo wu xi xia xiao xie xu xue yan yang yao ye yi yin yoon you yu yuan yun zeng zhang zhao zheng zhong zhou zhu "
    "zou".split())
