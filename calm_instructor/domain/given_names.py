"""Given names that are common in the United Kingdom, by which a text may name somebody (R10). Few of many: a sign, no proof."""

_NAMES = """
aaliyah aaron abdul abdullah abigail adam adebayo adele adrian agnes agnieszka ahmed aidan aileen ailsa aine aisha aisling
alan alasdair alastair albert alejandra alex alexander alexandra alfie alfred alice alicia alison alistair allan amanda amara
amelia amina amir amit amy ana andrea andreea andrew andrzej angela angus anil anita anjali ann anna anne annabel annie anthony
antonia anwen archie arlene arthur arun asha ashley asif audrey ava ayesha barbara barry bartosz beata becky ben benjamin bernadette
bernard bethan beverley bilal bogdan brandon brenda brendan brian bridget bronwen bruce bryan bryn caitlin callum calum cameron
carl carla carly carmen caroline caron carwyn catherine catriona cecilia ceri charles charlie charlotte chelsea cheryl
chidi chinedu chioma chloe chris christian christina christine christopher ciara ciaran claire clara clare claudia clive colin
collette connor conor craig cristina cynthia daniel danielle darren david dawid deborah debbie deepak deirdre delyth denis denise
dennis derek desmond diana diane dilys dominic donald donna doreen doris dorota dorothy douglas duncan dylan eamonn edith
edward eileen eilidh eirlys elaine eleanor elena elizabeth ella ellen ellie elsie emeka emily emma emmanuel eric erin esme
esther ethan ethel euan eunice eve evelyn ewan ewa farah farhan fatima felicity fergus finlay fiona florence folake frances
francesca francis freda freddie gareth gary gemma geoffrey george georgia georgina gerald geraldine gerard gillian gladys glenys
glynis gordon graeme graham greg gregory grzegorz gwen gwyneth gwilym habib hamish hamza hannah harold harriet harry hasan
hassan hayley hazel helen henry hilda hilary howard huda hugh hussain iain ian ibrahim ifeoma imran ines ingrid ioan iona irena
irene isaac isabel isabella isabelle isla islwyn ivan jacek jackie jacob jacqueline jade jake jakub jamal james jamie jan jane
janet janice janina jared jason javed jayne jean jeanette jeffrey jemma jennifer jenny jeremy jessica jill jim jimmy joan joanna
joanne joe joel john jonathan jonny jordan jose joseph josephine joshua josie joyce juan judith julia julian julie kamal karen
karim karl karolina kate katarzyna katherine kathleen kathryn katie katrina kavita keira keith kelly kenneth kerry kevin khadija
khalid kieran kiran kirsten kirsty krystyna krzysztof kumar kyle lakshmi lara latifa laura lauren lawrence layla leah leanne lee
leila lena leo leon leonard lesley leslie lewis liam linda lindsay lisa liz lloyd llinos lorna lorraine louis louise lucas lucia
lucy luke lynda lynn lynne mabel madeleine magdalena maggie mairi malcolm malgorzata mandy manjit marc marcin marcus margaret maria
marian marie marilyn marion marta martha martin martyn mary maryam mateusz matthew maureen maurice mavis megan meghan mehmet melanie
melissa mercy mhairi michael michal michelle miguel mike mildred mina miriam moesha mohamed mohammad mohammed moira mollie molly
monika morag moses muhammad muriel murray myfanwy nadia nancy naomi nasreen natalie natasha nathan neil nerys ngozi niall niamh
nicholas nichola nicola nigel nikita nina noah noel nora noreen norma norman nuala oliver olivia olu omar oonagh oscar osman owen
paige pamela paolo parveen patricia patrick paul paula pauline pawel peggy peter petra philip philippa phoebe phyllis piotr
polly priya rabia rachael rachel rafal rajesh ralph ramesh rania raymond rebecca reece rhian rhiannon rhona rhys richard rita
robert roberta rodney roger roisin ronald ronnie rosaleen rosalind rosemary ross rowena roy rukhsana rupert russell ruth ryan sabina
sadie sakina sally salma sam samantha samina samir samuel sandra sanjay sara sarah saoirse scott sean seamus sebastian senga shabana
shahid shane shannon sharon shaun sheena sheila shirley shona sian simon sinead siobhan sioned sofia sonia sophia sophie stacey
stanislaw stanley stella stephanie stephen steven stewart stuart sunil sunita susan susanna suzanne sybil sylvia tadeusz tamara
tanya tariq tatiana teresa terence thelma theo theresa thomas tiffany tim timothy tina toby tom tomasz tommy toni tony tracey tracy
trevor tunde tyler uche una ursula usha uzma valerie vanessa vera veronica vicky victoria vijay vincent vivien wanda
wayne wendy wilfred william winifred wojciech xavier yasmin yetunde yusuf yvonne zachary zahra zainab zara zbigniew zofia zoe
"""
_WORDS_TOO = """
amber art basil bill bob carol chase chuck daisy dawn dean drew earl eve faith frank gail gene ginger grace grant heather herb holly
hope iris ivy jack jasmine joy lily mark miles nick olive pat pearl penny pip poppy ray rich rob robin rose ruby rusty sandy sky sue
summer violet will wren
"""
_NOBODY = """
core theory escape technique techniques calm general list issued catalogue registered manager chief executive deputy
health safety act code practice guidance standard standards scotland england wales northern ireland britain united
kingdom house unit school ward home lodge court centre hall garden lounge street road lane avenue hospital clinic villa
hub wing room floor kitchen service services care positive behaviour support plan plans restraint reduction network
prevention management mental capacity children young people adult adults education christmas easter day eve bank holiday
new year monday tuesday wednesday thursday friday saturday sunday january february march april may june july august
september october november december team leader board trust council academy college primary secondary tertiary recovery
first aid staff nurse nurses occupational therapist therapists speech language physiotherapist psychologist psychiatrist
social worker workers support senior carer carers assistant consultant clinical lead duty night shift crisis liaison
syndrome disease disorder dementia alzheimer alzheimers parkinson parkinsons asperger down downs tourette huntington
park square place terrace gardens drive close crescent way row station bridge church chapel saint st north south east west
british english scottish welsh irish polish latin makaton velcro bluetooth whatsapp teams zoom microsoft excel word
bath bed tea time meal meals breakfast lunch dinner supper morning afternoon evening garden lounge bedroom bathroom corridor
nhs trust council borough county city region kingdom section schedule part chapter annex appendix table figure form
"""
_PLACES = """
house unit school ward home lodge court centre hall street road lane avenue hospital clinic villa square park station bridge
church college gardens terrace drive close crescent wing
"""
_BEGINNINGS = """
the a an at in on by to for from with without of and but or as if when while where after before during since until once
because although though both each every all any some no not never only also then there here this that these those it he she
they we you i his her their our my its one two three four five six seven eight nine ten most many few several other another
please see ask tell let keep hold take give say use look call ring
"""

GIVEN_NAMES = frozenset(_NAMES.split())
"""Names that are hardly anything else; without case and accents."""

WORDS_TOO = frozenset(_WORDS_TOO.split())
"""Names that are ordinary words as well: names only where a capital can't be that of a sentence's beginning."""

PLACES = frozenset(_PLACES.split())
"""What a name before these is the name of."""

BEGINNINGS = frozenset(_BEGINNINGS.split())
"""Words that often begin a sentence and then are no part of a name."""

NOBODY = frozenset(_NOBODY.split())
"""Words that are written with a capital in this trade and name nobody."""
