"""A text that tries to be more than text: markup for pages and spreadsheets, Cypher for the graph, Markdown for both."""

SCRIPT = "<script>window.pwned=1</script>"
IMAGE = "<img src=x onerror=window.pwned=1>"
CYPHER = "'}) DETACH DELETE n //"
MARKDOWN = "[点我](javascript:window.pwned=1)"
FORMULA = "=HYPERLINK(1)"
NAME = f"恶意{SCRIPT.replace('/', '')}.txt"
"""A file name; a slash cannot be in one."""
TITLE = f"恶意{SCRIPT}安全责任制实施细则"
TEXT = f"""{TITLE}

第一章　总则{IMAGE}
第一条　根据《某省{CYPHER}条例》和《{SCRIPT}规定》（某发〔2019〕3号），制定本细则。
第二条　本细则所称责任人{CYPHER}，是指各级食品安全委员会主任。
第二章　职责
第三条　食品安全委员会主任{SCRIPT}负全面领导责任。食品安全委员会主任承担下列职责：
（一）每半年检查{SCRIPT}一次；
（二）听取汇报{MARKDOWN}，依照第九条和本细则第一条办理{CYPHER}。
第三章　责任追究
第四条　有下列情形之一的，给予诫勉：
（一）不履行第三条{SCRIPT}规定职责的；
（二）{FORMULA}{CYPHER}造成后果的。
第五条　受到诫勉的，六个月内不得提拔{IMAGE}。
第六条　本细则自印发之日起施行。
"""
