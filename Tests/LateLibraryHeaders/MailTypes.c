// The layout of LateMailTypes.h against those of glib.

#if __has_include(<gmime/gmime.h>)

#include "LateMailTypes.h"

#include <gmime/gmime.h>

#include "Comparison.h"

SAME_SIZE(late_mail_bytes, GByteArray);
SAME_FIELD(late_mail_bytes, GByteArray, data);
SAME_FIELD(late_mail_bytes, GByteArray, len);
SAME_SIZE(late_mail_bool, gboolean);
SAME_SIZE(late_mail_type, GType);

#endif
