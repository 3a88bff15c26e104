// libxml2's HTML reader: the few functions and types that are used.
#ifndef SKRANKE_CXML_H
#define SKRANKE_CXML_H
// Debian's libxml2 shows ICU's types in its headers, and so does Foundation, differently: ours are not used.
#include <libxml/xmlversion.h>
#undef LIBXML_ICU_ENABLED
#include <libxml/HTMLparser.h>
#include <libxml/HTMLtree.h>
#include <libxml/tree.h>
#include <libxml/xmlerror.h>

/// Reads hostile HTML without a word on standard error and without the network.
static inline htmlDocPtr sk_html(const char *bytes, int length) {
    return htmlReadMemory(
        bytes, length, NULL, "utf-8",
        HTML_PARSE_RECOVER | HTML_PARSE_NOERROR | HTML_PARSE_NOWARNING | HTML_PARSE_NONET);
}
static inline void sk_free_doc(htmlDocPtr document) { if (document) xmlFreeDoc(document); }
static inline void sk_free_text(xmlChar *text) { if (text) xmlFree(text); }
#endif
