void late_placeholder(void);
