// GMime's macros and variadic functions, which Swift cannot call, as functions. Nothing else stands here.
#ifndef SKRANKE_CGMIME_H
#define SKRANKE_CGMIME_H

#include <gmime/gmime.h>

static inline int sk_is_multipart(GMimeObject *object) { return GMIME_IS_MULTIPART(object); }
static inline int sk_is_message_part(GMimeObject *object) { return GMIME_IS_MESSAGE_PART(object); }
static inline int sk_is_part(GMimeObject *object) { return GMIME_IS_PART(object); }
static inline int sk_is_mailbox(InternetAddress *address) { return INTERNET_ADDRESS_IS_MAILBOX(address); }
static inline int sk_is_group(InternetAddress *address) { return INTERNET_ADDRESS_IS_GROUP(address); }

static inline GMimeMultipart *sk_multipart(GMimeObject *object) { return (GMimeMultipart *) object; }
static inline GMimePart *sk_part(GMimeObject *object) { return (GMimePart *) object; }
static inline GMimeMessage *sk_inner(GMimeObject *object) {
    return g_mime_message_part_get_message((GMimeMessagePart *) object);
}
static inline GMimeObject *sk_object(GMimeMessage *message) { return (GMimeObject *) message; }
static inline GMimeObject *sk_part_object(GMimePart *part) { return (GMimeObject *) part; }
static inline GMimeObject *sk_multipart_object(GMimeMultipart *part) { return (GMimeObject *) part; }
static inline const char *sk_mailbox_address(InternetAddress *address) {
    return internet_address_mailbox_get_addr((InternetAddressMailbox *) address);
}
static inline InternetAddressList *sk_group_members(InternetAddress *address) {
    return internet_address_group_get_members((InternetAddressGroup *) address);
}
static inline GByteArray *sk_memory(GMimeStream *stream) {
    return g_mime_stream_mem_get_byte_array((GMimeStreamMem *) stream);
}
static inline void sk_unref(void *object) { if (object) g_object_unref(object); }

/// A message from `length` bytes, which are copied; NULL where there is none.
static inline GMimeMessage *sk_parse(const void *bytes, size_t length) {
    GMimeStream *stream = g_mime_stream_mem_new_with_buffer((const char *) bytes, length);
    GMimeParser *parser = g_mime_parser_new_with_stream(stream);
    GMimeMessage *message = g_mime_parser_construct_message(parser, NULL);
    g_object_unref(parser);
    g_object_unref(stream);
    return message;
}

/// The part's content with its transfer encoding undone, in a memory stream that the caller releases.
static inline GMimeStream *sk_decoded(GMimePart *part) {
    GMimeDataWrapper *content = g_mime_part_get_content(part);
    if (!content) return NULL;
    GMimeStream *stream = g_mime_stream_mem_new();
    g_mime_data_wrapper_write_to_stream(content, stream);
    return stream;
}

/// The object as it goes over the wire, in a memory stream that the caller releases.
static inline GMimeStream *sk_written(GMimeObject *object) {
    GMimeStream *stream = g_mime_stream_mem_new();
    g_mime_object_write_to_stream(object, NULL, stream);
    return stream;
}

/// Takes a copy of `length` bytes as the part's content.
static inline void sk_set_content(GMimePart *part, const void *bytes, size_t length) {
    GMimeStream *stream = g_mime_stream_mem_new_with_buffer((const char *) bytes, length);
    GMimeDataWrapper *content =
        g_mime_data_wrapper_new_with_stream(stream, GMIME_CONTENT_ENCODING_DEFAULT);
    g_mime_part_set_content(part, content);
    g_object_unref(content);
    g_object_unref(stream);
}

#endif
