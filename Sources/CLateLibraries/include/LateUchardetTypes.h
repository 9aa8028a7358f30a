#ifndef LateUchardetTypes_h
#define LateUchardetTypes_h

/// Never looked into: struct uchardet.
typedef struct late_uchardet_detector late_uchardet_detector;

#endif
