// CLP's C interface uses bool and size_t without including what declares them.
#include <stdbool.h>
#include <stddef.h>
#include <coin/Clp_C_Interface.h>
