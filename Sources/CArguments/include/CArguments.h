#pragma once

/// The words of the command line as the system handed them to the process; NULL where it does not say.
char *const *process_arguments(void);

/// How many there are.
int process_argument_count(void);
